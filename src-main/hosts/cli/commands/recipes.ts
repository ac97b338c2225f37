// cotejo recipes: what each recipe would train on these pictures, why, and what must be installed first.
import type { Command } from 'commander'
import { wholeNumber } from '../arguments'
import { resolveDataset } from '../datasets'
import { recipePage } from '../output/recipe-text'
import type { CliSession } from '../session'

export function addRecipesCommand(program: Command, session: CliSession): void {
  program
    .command('recipes')
    .description('list the recipes: sets of runs under the same conditions, made for your pictures')
    .requiredOption('--data <id|folder>', 'a dataset of the library, or a folder to import first')
    .option('--seed <n>', 'seed of all that is random', wholeNumber(0, 2 ** 31 - 1), 1)
    .action((options: { data: string; seed: number }, command: Command) =>
      session.run(command, {}, async (work) => {
        const { call, terminal } = work
        const dataset = await resolveDataset(work, options.data, { cwd: session.host.cwd })
        const recipes = await call('recipes.list', { dataset: dataset.id, options: { seed: options.seed } })
        if (terminal.json) return terminal.document({ dataset: dataset.id, recipes })
        for (const recipe of recipes) terminal.print(...recipePage(recipe, terminal.paint), '')
        terminal.print(`Start one: cotejo train --data ${dataset.id} --recipe advice`)
      }),
    )
}
