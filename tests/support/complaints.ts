// What a page complains of: errors on its console, exceptions that nobody caught, violations of its policy. Every test
// in a browser ends by expecting none.
import type { Page } from 'playwright-core'

/** Adds to `complaints` from now on. */
export async function watchComplaints(page: Page, complaints: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
}
