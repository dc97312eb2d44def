// The table of attacks in SECURITY.md, as data.
import { read } from './packages.mjs';

/** SECURITY.md itself. */
export const policy = read('SECURITY.md');

/** The files of tests that it names, by the names it gives them. */
export const files = new Map(
  [...policy.matchAll(/^\[(\w+)\]: (\S+)$/gm)].map(([, id, file]) => [
    id,
    file,
  ]),
);

/** The rows of the table of attacks, each with the titles of tests by file. */
export const attacks = [
  ...policy.matchAll(/^\| \*\*(.+?)\*\*.*\| (.*) \|$/gm),
].map(([, attack, cell]) => ({
  attack,
  tests: [...cell.matchAll(/\[([^\]]+)\]\[(\w+)\]((?:[^[`]*`[^`]+`)+)/g)].map(
    ([, name, id, titles]) => ({
      name,
      id,
      titles: [...titles.matchAll(/`([^`]+)`/g)].map(([, title]) => title),
    }),
  ),
}));
