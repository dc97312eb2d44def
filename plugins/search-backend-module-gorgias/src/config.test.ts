import { mockServices } from '@backstage/backend-test-utils';
import { readSchedule } from './config';

const configured = (schedule: object) =>
  mockServices.rootConfig({
    data: { search: { collators: { gorgias: { schedule } } } },
  });

describe('readSchedule', () => {
  it('is every ten minutes unless it is configured', () => {
    expect(readSchedule(mockServices.rootConfig())).toEqual({
      frequency: { minutes: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 10 },
    });
    expect(
      readSchedule(configured({ frequency: 'PT1H', timeout: { minutes: 5 } })),
    ).toEqual({ frequency: { hours: 1 }, timeout: { minutes: 5 } });
  });

  it('names the key of a schedule that is none', () => {
    expect(() => readSchedule(configured({ frequency: 'often' }))).toThrow(
      /^search\.collators\.gorgias\.schedule: is no schedule; write it like/,
    );
  });
});
