// @ts-check

/**
 * What stands for what all accounts of a system were judged by, so that only
 * those are judged again of which something else changed. None, as after this,
 * has everybody judged.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table
      .string('ground', 44)
      .comment('Digest of what all accounts were judged by');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumn('ground');
  });
};
