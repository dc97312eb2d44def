import { FakeGorgias } from './FakeGorgias';
import { responseError } from './responseError';

/** What somebody may ask for who has the permissions of evidence and no other. */
const ALLOWED = [
  'listSystems',
  'listMyReviews',
  'listEvidenceSystems',
  'getEvidence',
  'listPopulation',
  'exportEvidence',
  'listEvidenceKeys',
];

function methodsOf(object: object): string[] {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype
    ? []
    : [...Object.getOwnPropertyNames(prototype), ...methodsOf(prototype)];
}

/** Makes a backend refuse, as the real one does, what an auditor may not see. Gives the names of what is asked for in vain. */
export function asAuditor(backend: FakeGorgias): string[] {
  const refused: string[] = [];
  jest
    .spyOn(backend, 'listSystems')
    .mockResolvedValue({ items: [], totalItems: 0 });
  for (const name of methodsOf(backend)) {
    if (!['constructor', 'change', ...ALLOWED].includes(name)) {
      jest.spyOn(backend, name as 'getSystem').mockImplementation(async () => {
        refused.push(name);
        throw await responseError(403, 'NotAllowedError', `No ${name} for you`);
      });
    }
  }
  return refused;
}
