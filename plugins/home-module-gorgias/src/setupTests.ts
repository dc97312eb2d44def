import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Only how long a test may wait before it has failed: a busy machine draws a
// page much more slowly than a quiet one.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

// jsdom lays nothing out: there is no size to observe, and the grid of the home
// page shows nothing before it knows how wide it is.
global.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { value: 1280 });
