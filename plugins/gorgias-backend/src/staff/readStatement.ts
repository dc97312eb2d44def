import { InputError } from '@backstage/errors';
import { PutOffboardingRequest } from 'backstage-plugin-gorgias-common';
import { StatedOffboarding } from './statedOffboarding';

/** @throws InputError when it could not be so */
export function readOffboarding(
  { offboardedAt, proof }: PutOffboardingRequest,
  now: string,
): Pick<StatedOffboarding, 'offboardedAt' | 'proof'> {
  const time = new Date(offboardedAt);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      'offboardedAt: is no time; write it like 2026-10-31T17:00:00Z',
    );
  }
  if (time.toISOString() > now) {
    throw new InputError(
      'offboardedAt: lies in the future; say it when the person has left, or mark it on the entity in the catalog',
    );
  }
  return { offboardedAt: time.toISOString(), proof: readProof(proof) };
}

/** @throws InputError when there is none */
export function readProof(proof: string): string {
  const text = proof.trim();
  if (!text) {
    throw new InputError(
      'proof: is empty; say how you know, or give a link to where it is written',
    );
  }
  return text;
}
