import { expect, Locator, Page } from '@playwright/test';
import { runVerifier } from 'backstage-plugin-gorgias-evidence/verify';

const button = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name });

/** Saves the evidence of the last 12 months and the public key from the page that is open, and gives their paths. */
export async function exportEvidence(page: Page) {
  await button(page, 'Export evidence').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'Last 12 months').click();
  const save = async (name: string | RegExp) => {
    const saving = page.waitForEvent('download');
    await button(dialog, name).click();
    return (await saving).path();
  };
  const key = await save(/^Save the public key/);
  const bundle = await save(/^Export$/);
  await expect(dialog).toBeHidden();
  return { bundle, key };
}

/** What the verifier of evidence says of a bundle, and its exit code. */
export async function verifyEvidence({
  bundle,
  key,
}: {
  bundle: string;
  key: string;
}) {
  const lines: string[] = [];
  const code = await runVerifier([bundle, '--public-key', key], line =>
    lines.push(line),
  );
  return { code, said: lines.join('\n') };
}
