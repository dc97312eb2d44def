import { expect } from '@playwright/test';
import { BACKEND_URL } from './emulator';

/** Has the index of the search made anew now, rather than by its schedule. */
export async function indexForSearch() {
  const signedIn = await fetch(`${BACKEND_URL}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signedIn.json();
  for (const type of ['gorgias_system', 'gorgias_account']) {
    const task = `${BACKEND_URL}/api/search/.backstage/scheduler/v1/tasks/search_index_${type}/trigger`;
    // Refused while it is being made.
    await expect(async () => {
      const answer = await fetch(task, {
        method: 'POST',
        headers: { authorization: `Bearer ${backstageIdentity.token}` },
      });
      expect(answer.ok).toBe(true);
    }).toPass();
  }
}
