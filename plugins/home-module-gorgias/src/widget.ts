/** What both frontend systems show of the widget. */
export const widget = {
  name: 'HomePageGorgiasAccess',
  title: 'My access',
  description:
    'Your accounts in Gorgias, what to do about them, and the access reviews that wait for you',
  components: () => import('./content'),
  layout: {
    width: { minColumns: 3, defaultColumns: 6 },
    height: { minRows: 3, defaultRows: 6 },
  },
};
