// @ts-check

/**
 * The last run of each outcome is looked for with every summary and every
 * page of accounts; without this index, through all runs there were.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sync_runs', table => {
    table.index(['connection_id', 'outcome', 'sequence']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sync_runs', table => {
    table.dropIndex(['connection_id', 'outcome', 'sequence']);
  });
};
