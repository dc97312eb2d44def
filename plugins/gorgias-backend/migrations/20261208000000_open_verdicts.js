// @ts-check

/**
 * Verdicts of a check and status are read in parts, oldest first, and the
 * oldest of them by itself, so the index of them has that order.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('verdicts', table => {
    table.dropIndex(['entity_ref', 'check_id', 'status']);
    table.index(
      ['entity_ref', 'check_id', 'status', 'since', 'account_id'],
      'verdicts_status_index',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('verdicts', table => {
    table.dropIndex([], 'verdicts_status_index');
    table.index(['entity_ref', 'check_id', 'status']);
  });
};
