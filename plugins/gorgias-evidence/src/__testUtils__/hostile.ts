import fc from 'fast-check';
import { Json, JsonObject } from '../canonical';
import { DerivedFiles, EvidenceReplay } from '../EvidenceReplay';
import { ReportAbout } from '../report/ReportData';
import { makeLedger, makeSource } from './makeEvidence';

/** What the program goes by; every other text is somebody else's. */
const FIXED = new Set([
  ...['event', 'status', 'type', 'outcome', 'decision'],
  ...['at', 'since', 'factsAt', 'startedAt', 'addedAt', 'updatedAt', 'doneAt'],
]);

/** The same with other texts. */
function reworded(value: Json, say: (text: string) => string): Json {
  if (typeof value === 'string') {
    return say(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => reworded(item, say));
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value).map(([field, item]) => [
          field,
          FIXED.has(field) && typeof item === 'string'
            ? item
            : reworded(item, say),
        ]),
      )
    : value;
}

/** What follows from the ledger of the tests when everybody writes other texts. */
export function filesSaying(
  say: (text: string) => string,
  about: Partial<ReportAbout> = {},
): DerivedFiles {
  const source = makeSource();
  const replay = new EvidenceReplay({
    ...source,
    system: { ...source.system, title: say('Gorgias') },
    createdBy: say('Ivy'),
    keyId: 'k1',
    ...about,
  });
  for (const entry of makeLedger().entries) {
    replay.add({ ...entry, body: reworded(entry.body, say) as JsonObject });
  }
  return replay.files();
}

/** Anything, often with what could end a text or an attribute. */
export const hostileTexts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        ...['<script>alert(1)</script>', '</title>', '</style>', '-->', ']]>'],
        ...['"', "'", '>', '&lt;', '\r', '\n', ',', '='],
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(parts => parts.join(''));
