// @ts-check

/**
 * Org roles are kept with the people who have them. Those of each account
 * were several rows more for every account that is judged, and had to be
 * followed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.dropTable('judged_account_org_roles');
  await knex.schema.alterTable('judged_accounts', table => {
    table.dropColumn('org_roles');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.createTable('judged_account_org_roles', table => {
    table.comment('The org roles of whom an account is, parents included');
    table.string('entity_ref').notNullable();
    table.string('org_role').notNullable();
    table.string('account_id', 20).notNullable();
    table.primary(['entity_ref', 'org_role', 'account_id']);
  });
  await knex.schema.alterTable('judged_accounts', table => {
    table
      .text('org_roles')
      .comment('JSON list: all, as in judged_account_org_roles');
  });
  // Everything is judged anew when the backend starts, which fills the table.
  await knex('judged_accounts').update({ org_roles: '[]', digest: null });
  await knex('evaluations').update({ changes_at: new Date(0).toISOString() });
  await knex.schema.alterTable('judged_accounts', table => {
    table.dropNullable('org_roles');
  });
};
