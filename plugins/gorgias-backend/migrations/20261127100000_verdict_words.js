// @ts-check

/** Where a sentence is kept, and where what it is made of. */
const WORDS = {
  verdicts: ['ground_parts', 'remedy_parts'],
  connections: ['state_reason_parts', 'warning_parts'],
  event_polls: ['problem_parts'],
  exceptions: ['lapsed_parts'],
};

/**
 * What sentences are made of, beside each that is kept, so that it can be
 * said in other languages; null for what an earlier version wrote.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [name, columns] of Object.entries(WORDS)) {
    await knex.schema.alterTable(name, table => {
      for (const column of columns) {
        table.text(column).comment('JSON list of messages');
      }
    });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const [name, columns] of Object.entries(WORDS)) {
    await knex.schema.alterTable(name, table => {
      table.dropColumns(...columns);
    });
  }
};
