import { AccountCheck, CommonGround, OwnSubject, Outcome } from './subjects';

/** Outcomes by what they rest on: a level for each fact, and the outcomes in the last. */
type Level = Map<unknown, unknown>;

/**
 * Makes a check whose outcome rests on a few facts that many accounts have in
 * common, beside what all accounts are judged by. Those that are judged
 * together and of which all of these facts are the same have one outcome,
 * which is made once.
 *
 * Judging gets to see nothing else, so no outcome can be shared by accounts
 * that differ in what it rests on.
 *
 * @param restsOn - picks the facts, always by the same names in the same
 * order, those of which there are the fewest first; objects are the same when
 * they are the same one
 */
export function sharedCheck<Facts extends object>(
  id: AccountCheck['id'],
  restsOn: (subject: OwnSubject, common: CommonGround) => Facts,
  judge: (facts: Facts, common: CommonGround) => Outcome,
): AccountCheck {
  return {
    id,
    judge: subject => judge(restsOn(subject, subject), subject),
    judgeMany(common) {
      const known: Level = new Map();
      return subject => {
        const facts = restsOn(subject, common);
        const values = Object.values(facts);
        const last = values.length - 1;
        let level = known;
        for (let index = 0; index < last; index += 1) {
          level = nextLevel(level, values[index]);
        }
        let outcome = level.get(values[last]) as Outcome | undefined;
        if (!outcome) {
          outcome = frozen(judge(facts, common));
          level.set(values[last], outcome);
        }
        return outcome;
      };
    },
  };
}

function nextLevel(level: Level, value: unknown): Level {
  let next = level.get(value) as Level | undefined;
  if (!next) {
    next = new Map();
    level.set(value, next);
  }
  return next;
}

/** What several accounts have is nobody's to change. */
function frozen(outcome: Outcome): Outcome {
  Object.freeze(outcome.facts);
  Object.freeze(outcome.groundParts);
  Object.freeze(outcome.remedyParts);
  return Object.freeze(outcome);
}
