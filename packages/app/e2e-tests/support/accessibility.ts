import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails on anything that the rules of WCAG 2.2 AA find wrong in the page's
 * main content, or in another part of it: dialogs are beside the main content.
 */
export async function expectAccessible(page: Page, part = 'main') {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    // Backstage's sign that other parts of the page are still loading has no name.
    .exclude('.MuiCircularProgress-root')
    .withTags(RULES)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} (${node.target.join(' ')})`),
  );
  expect(found).toEqual([]);
}
