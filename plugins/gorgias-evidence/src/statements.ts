import { BundleManifest, DERIVED_FILES } from './bundle';
import { VerdictVerifier } from './VerdictVerifier';
import { BundleReport } from './verifyBundle';
import { SeenLedger } from './verifyLedger';

/** Says what verifying the ledger and what follows from it proves, and what it does not. */
export function sayOfLedger(
  { period, populationKnown }: BundleManifest,
  { count, withheld, removed, syncRuns }: SeenLedger,
  { proven, notProven }: BundleReport,
): void {
  proven.push(
    'Every byte of the bundle is as it was signed.',
    `The ${count} entries of the ledger are in their order, none is missing, added or changed, and signed heads vouch for all of them.`,
    `Nothing that was entered from ${period.from} to ${period.to} is left out, as far as the times of the heads are true.`,
    'No entry about this system, or about somebody who had an account, is withheld.',
    `${DERIVED_FILES.join(', ')} follow from the ledger.`,
    'What was decided in access reviews that were signed off is as it was decided, and was not altered afterwards.',
    `${syncRuns} sync runs are in it, each with the digest of what was read and the proof that the list was read to its end.`,
  );
  notProven.push(
    'That Gorgias and the catalog told the truth, or that somebody who ran the server did not enter something false at the time.',
    'That the times are right: they are those of the server. Heads that somebody else kept, such as an external log, prove that an entry is not younger than that.',
  );
  if (!populationKnown) {
    notProven.push(
      'Who had access at the end of the period: the ledger had not begun, or its bodies were removed.',
    );
  }
  if (removed > 0) {
    notProven.push(
      `What ${removed} entries said: retention has removed their bodies. That they were there, and when, is proven.`,
    );
  }
  if (withheld.size > 0) {
    notProven.push(
      'What the entries say of which only hashes are here: they are about other systems or people.',
    );
  }
}

/** Says what judging again proves, and what it does not. */
export function sayOfVerdicts(
  { judged, unjudged }: VerdictVerifier,
  overdue: number,
  { proven, notProven }: BundleReport,
): void {
  proven.push(
    `The status of each verdict follows from the facts that were entered with it: ${judged} verdicts on accounts were judged again by the checks of this program, and are what they were.`,
  );
  notProven.push(
    'How many people the access rule covers, and whether all it names exists: only what the server found of the whole organisation is entered, not everybody.',
  );
  if (unjudged > 0) {
    notProven.push(
      `That the verdicts follow from the facts in ${unjudged} cases: they were entered by a version that did not enter the facts.`,
    );
  }
  if (overdue > 0) {
    notProven.push(
      `${overdue} verdicts as of the end of the period: a date had passed by then, and the server had not judged again yet.`,
    );
  }
}
