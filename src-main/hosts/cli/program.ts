// The command line as a whole: commands and flags, and what each way of going wrong exits with.
import { Command, CommanderError } from 'commander'
import { cotejoVersion } from '../../contract/version'
import { addBaseCommands } from './commands/bases'
import { addCompareCommand } from './commands/compare'
import { addDataCommands } from './commands/data'
import { addDemoCommand } from './commands/demo'
import { addDoctorCommand } from './commands/doctor'
import { addExplainCommand } from './commands/explain'
import { addExportCommand } from './commands/export'
import { addImportModelCommand } from './commands/import-model'
import { addMapCommand } from './commands/map'
import { addMistakesCommand } from './commands/mistakes'
import { addPackCommands } from './commands/packs'
import { addPredictCommand } from './commands/predict'
import { addQueueCommands } from './commands/queue'
import { addRecipesCommand } from './commands/recipes'
import { addReportCommand } from './commands/report'
import { addRunsCommands } from './commands/runs'
import { addServeCommand } from './commands/serve'
import { addTrainCommand } from './commands/train'
import { addTrashCommands } from './commands/trash'
import { CliSession, EXIT, type CliHost } from './session'

const EXAMPLES = `
Examples:
  cotejo data import photos          a folder with a folder of pictures for each class
  cotejo train --data photos --model cnn --size 64
  cotejo train --data photos --model mlp --size 64
  cotejo train --data photos --model mobilenet-v2
  cotejo compare cnn-photos mlp-photos
  cotejo recipes --data photos     what to compare on these pictures, and why
  cotejo train --data photos --recipe advice
  cotejo report cnn-photos mlp-photos --out report.html --language es
  cotejo mistakes cnn-photos mlp-photos      pictures worth a look, and labels to check
  cotejo explain cnn-photos new.jpg --out heat.png
  cotejo predict cnn-photos new.jpg
  cotejo predict cnn-photos mlp-photos folder --csv answers.csv
  cotejo export cnn-photos --format tfjs --out model

Exit status: 0 done, 1 an error that is explained, 2 wrong usage, 130 cancelled.`

function build(
  session: CliSession,
  streams: { out: (text: string) => void; err: (text: string) => void },
): Command {
  const program = new Command('cotejo')
    .description('Train image classifiers on this machine, side by side, and compare them honestly.')
    .version(cotejoVersion)
    .option('--library <dir>', 'folder of datasets and runs (default: COTEJO_LIBRARY, or your data folder)')
    .option('--json', 'print one JSON document on stdout and nothing else')
    .addHelpText('after', EXAMPLES)
  // Settings go to the subcommands that are made after them.
  program
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.err })
    .showHelpAfterError('(see: cotejo --help)')
    .helpCommand('help [command]', 'help for a command')
  addDoctorCommand(program, session)
  addDataCommands(program, session)
  addTrainCommand(program, session)
  addRecipesCommand(program, session)
  addRunsCommands(program, session)
  addQueueCommands(program, session)
  addTrashCommands(program, session)
  addImportModelCommand(program, session)
  addCompareCommand(program, session)
  addMistakesCommand(program, session)
  addExplainCommand(program, session)
  addMapCommand(program, session)
  addPredictCommand(program, session)
  addExportCommand(program, session)
  addReportCommand(program, session)
  addServeCommand(program, session)
  addBaseCommands(program, session)
  addPackCommands(program, session)
  addDemoCommand(program, session)
  return program
}

/**
 * Runs one command line.
 * @param argv the words after the program's name
 * @returns the exit status
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const session = new CliSession(host)
  const out = (text: string): void => host.terminal.print(text.replace(/\n$/, ''))
  const err = (text: string): void => host.terminal.note(text.replace(/\n$/, ''))
  try {
    await build(session, { out, err }).parseAsync(argv, { from: 'user' })
    return session.exitCode
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    return thrown.exitCode === 0 ? EXIT.done : EXIT.usage
  }
}
