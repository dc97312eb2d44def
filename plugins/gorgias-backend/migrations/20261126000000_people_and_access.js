// @ts-check

/**
 * Who people are over time, what admins say of accounts, versions of access
 * rules, exceptions, and the history of all of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('staff_members', table => {
    table.string('uid', 100).index().comment('Of the entity; outlives renames');
    table.text('groups').comment('JSON list of the direct groups');
    table.string('manager').comment('Entity ref');
    table.string('rehired_at', 24).comment('When somebody who left came back');
  });

  await knex.schema.createTable('staff_offboardings', table => {
    table.comment('People of whom an admin says that they have left');
    table.string('staff_ref').primary();
    table.string('offboarded_at', 24).notNullable();
    table.text('proof').notNullable();
    table.string('stated_by').notNullable().comment('User entity ref');
    table.string('stated_at', 24).notNullable();
  });

  await knex.schema.createTable('revocations', table => {
    table.comment('People of whom an admin says that access was removed');
    table.string('entity_ref').notNullable();
    table.string('staff_ref').notNullable();
    table.text('proof').notNullable();
    table.string('stated_by').notNullable().comment('User entity ref');
    table.string('stated_at', 24).notNullable();
    table.primary(['entity_ref', 'staff_ref']);
  });

  await knex.schema.createTable('identity_assignments', table => {
    table.comment('What a person says an account is');
    table.string('connection_id', 36).notNullable();
    table.string('account_id', 20).notNullable();
    table.text('assignment').notNullable().comment('JSON');
    table.string('assigned_by').notNullable().comment('User entity ref');
    table.string('assigned_at', 24).notNullable();
    table.primary(['connection_id', 'account_id']);
  });

  await knex.schema.createTable('identity_changes', table => {
    table.comment('Assignments as they were changed together, to be undone');
    table.string('id', 36).primary().comment('UUID');
    table.string('connection_id', 36).notNullable().index();
    table.text('before').notNullable().comment('JSON, by account id');
    table.text('after').notNullable().comment('JSON, by account id');
    table.string('changed_by').notNullable().comment('User entity ref');
    table.string('changed_at', 24).notNullable();
    table.string('undone_by').comment('User entity ref');
    table.string('undone_at', 24);
  });

  await knex.schema.alterTable('access_rules', table => {
    table.text('reason').comment('Why it was changed');
  });
  await knex.schema.createTable('access_rule_versions', table => {
    table.comment('Every version of every access rule');
    table.string('entity_ref').notNullable();
    table.integer('revision').notNullable();
    table.text('spec').notNullable().comment('JSON');
    table.text('reason');
    table.string('updated_by').notNullable().comment('User entity ref');
    table.string('updated_at', 24).notNullable();
    table.primary(['entity_ref', 'revision']);
  });
  // What is in force is the only version that is known of older rules.
  await knex('access_rule_versions').insert(
    knex('access_rules').select(
      'entity_ref',
      'revision',
      'spec',
      'reason',
      'updated_by',
      'updated_at',
    ),
  );

  await knex.schema.createTable('exceptions', table => {
    table.comment('Decisions to tolerate a failing verdict for a while');
    table.string('id', 36).primary().comment('UUID');
    table.string('entity_ref').notNullable();
    table.string('account_id', 20).notNullable();
    table.string('check_id', 30).notNullable();
    table.text('reason').notNullable();
    table.text('reference').comment('A link, or a reference to a file');
    table.string('requested_by').notNullable().comment('User entity ref');
    table.string('requested_at', 24).notNullable();
    table.string('until', 24).notNullable();
    table
      .string('status', 10)
      .notNullable()
      .comment('requested, approved, refused, withdrawn, lapsed');
    table.string('decided_by').comment('User entity ref');
    table.string('decided_at', 24);
    table.text('decision_reason');
    table.string('lapsed_at', 24);
    table.text('lapsed_because');
    table
      .boolean('two_person_rule')
      .notNullable()
      .comment('Whether somebody else had to approve it');
    table
      .text('facts')
      .notNullable()
      .comment('JSON: the facts it was given for; it lapses when they change');
    table.index(['entity_ref', 'status']);
    table.index(['entity_ref', 'account_id', 'check_id']);
  });

  await knex.schema.alterTable('verdicts', table => {
    table.string('exception_id', 36).comment('Of exempt verdicts');
  });
  await knex.schema.alterTable('evaluations', table => {
    table
      .string('changes_at', 24)
      .index()
      .comment('When time alone will change a verdict, if it will');
  });

  await knex.schema.createTable('history', table => {
    table.comment('Changes of verdicts and of what they rest on');
    table.increments('sequence').comment('In the order they were noted');
    table.string('id', 36).notNullable().unique().comment('UUID');
    table.string('entity_ref').comment('System; null: of all of them');
    table.string('at', 24).notNullable();
    table.string('kind', 20).notNullable();
    table.string('account_id', 20);
    table.string('staff_ref');
    table.string('check_id', 30);
    table.string('made_by').comment('User entity ref; null: it was read');
    table.text('before').comment('JSON');
    table.text('after').comment('JSON');
    table.index(['entity_ref', 'sequence']);
    table.index(['account_id', 'sequence']);
    table.index(['staff_ref', 'sequence']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history');
  await knex.schema.alterTable('evaluations', table => {
    table.dropColumn('changes_at');
  });
  // The old code knows no exceptions: what they covered fails again.
  await knex('verdicts').where({ status: 'exempt' }).update({
    status: 'failing',
  });
  await knex.schema.alterTable('verdicts', table => {
    table.dropColumn('exception_id');
  });
  await knex.schema.dropTable('exceptions');
  await knex.schema.dropTable('access_rule_versions');
  await knex.schema.alterTable('access_rules', table => {
    table.dropColumn('reason');
  });
  await knex.schema.dropTable('identity_changes');
  await knex.schema.dropTable('identity_assignments');
  await knex.schema.dropTable('revocations');
  await knex.schema.dropTable('staff_offboardings');
  await knex('staff_members')
    .whereIn('offboarded_ground', ['orphaned', 'manual'])
    .update({ offboarded_ground: 'mark' });
  await knex.schema.alterTable('staff_members', table => {
    table.dropColumns('groups', 'manager', 'rehired_at');
    table.dropIndex(['uid']);
  });
  await knex.schema.alterTable('staff_members', table => {
    table.dropColumn('uid');
  });
};
