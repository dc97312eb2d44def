// @ts-check

/**
 * When a review was to end at first, so that those after it last as long and
 * not as long as it was extended; null for what an earlier version began.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reviews', table => {
    table.string('first_due_at', 24).comment('As long as nobody extended it');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reviews', table => {
    table.dropColumn('first_due_at');
  });
};
