// @ts-check

/**
 * Most of the history is of verdicts, several entries for each account, and
 * every index makes each of them take longer. That no id is there twice needs
 * no index, since ids are random and nothing is found by them; and few entries
 * are of staff members.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('history', table => {
    table.dropUnique(['id']);
    table.dropIndex(['staff_ref', 'sequence']);
  });
  await knex.schema.alterTable('history', table => {
    table.index(['staff_ref', 'sequence'], undefined, {
      predicate: knex.whereNotNull('staff_ref'),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('history', table => {
    table.dropIndex(['staff_ref', 'sequence']);
  });
  await knex.schema.alterTable('history', table => {
    table.index(['staff_ref', 'sequence']);
    table.unique(['id']);
  });
};
