// @ts-check

/**
 * Access reviews: campaigns in which everybody's access is judged by somebody
 * else.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('reviews', table => {
    table.comment('Access reviews, those that have ended too');
    table.string('id', 36).primary().comment('UUID');
    table.string('entity_ref').notNullable().comment('Critical system');
    table.string('title', 200).notNullable();
    table.string('status', 12).notNullable();
    table.string('owner').notNullable().comment('User entity ref');
    table.string('created_by').comment('Null: it began by itself');
    table.string('started_at', 24).notNullable();
    table.string('due_at', 24).notNullable();
    table.text('reviewers').notNullable().comment('JSON: who reviews whom');
    table.string('recurrence', 12).comment('Null: it takes place once');
    table
      .string('next_start_at', 24)
      .index()
      .comment('When the next one begins by itself');
    table.string('ended_by').comment('Who signed it off or cancelled it');
    table.string('ended_at', 24);
    table.text('ended_comment').comment('What was said with it');
    table.index(['entity_ref', 'started_at']);
  });

  await knex.schema.createTable('review_items', table => {
    table.comment('The accounts of each review, and what was decided');
    table
      .string('review_id', 36)
      .notNullable()
      .references('id')
      .inTable('reviews');
    table.string('account_id', 20).notNullable();
    table.string('name');
    table.string('email');
    table.string('gorgias_role').comment('When it was decided, or else now');
    table.string('kind', 10).notNullable();
    table.string('state', 12).notNullable().comment('As it is now');
    table.text('identity').notNullable().comment('JSON: as whom');
    table.string('staff_ref').comment('Whose it is, when that is known');
    table
      .text('verdicts')
      .notNullable()
      .comment('JSON: statuses when it was decided, or else now');
    table.string('last_log_in_at', 24);
    table.string('reviewer').comment('User entity ref; null: nobody is asked');
    table.string('added_because', 12).notNullable();
    table.string('added_at', 24).notNullable();
    table.string('decision', 12).comment('keep, revoke, change-role');
    table.string('new_role').comment('The role it is to have');
    table.text('decision_comment');
    table.string('decided_by');
    table.string('decided_at', 24);
    table.string('follow_up', 4).comment('open, done; null: none is needed');
    table.string('done_at', 24).comment('When it was seen done');
    table.text('not_mine').comment('JSON: who gave it back last, and why');
    table.text('search_text').notNullable().comment('In lower case');
    table.primary(['review_id', 'account_id']);
    table.index(['reviewer']);
    table.index(['account_id']);
  });

  await knex.schema.createTable('review_messages', table => {
    table.comment(
      'Who was told what of a review, so that nobody is told twice',
    );
    table
      .string('review_id', 36)
      .notNullable()
      .references('id')
      .inTable('reviews');
    table.string('recipient').notNullable().comment('User entity ref');
    table.string('message', 12).notNullable();
    table.string('sent_at', 24).notNullable();
    table.primary(['review_id', 'recipient', 'message']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['review_messages', 'review_items', 'reviews']) {
    await knex.schema.dropTable(table);
  }
};
