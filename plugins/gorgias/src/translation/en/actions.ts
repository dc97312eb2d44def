export const actions = {
  connectButton: 'Connect',
  reconnectButton: 'Reconnect',
  syncButton: 'Sync now',
  addButton: 'Add Critical System',
  configureButton: 'Configure Now',
  showFailing: 'Show failing accounts',
  showUnknown: 'Show unknown accounts',
  reviewButton: 'Review',
  showContradictions: 'Show contradictions',
  showPeople: 'Show people',
  decideExceptions: 'Decide',
  showReviews: 'Show reviews',
  connect: { done: 'Connected {{title}}' },
  accept: { done: 'Accepted, {{title}} is being read again' },
  discard: { done: 'Discarded, nothing was changed in {{title}}' },
  sync: {
    done: 'Syncing {{title}}',
    failed: '{{title}} could not be synced',
  },
  add: {
    done: '{{title}} is now a critical system',
    failed: '{{title}} could not be added to the critical systems',
  },
  remove: {
    done: '{{title}} is no longer a critical system',
    failed: '{{title}} could not be removed from the critical systems',
    undo: 'Undo',
  },
  disconnect: {
    done: '{{title}} is disconnected',
    failed: '{{title}} could not be disconnected',
  },
} as const;
