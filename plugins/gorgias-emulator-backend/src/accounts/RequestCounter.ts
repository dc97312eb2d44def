/** Counts requests by method and path, so that a test can say how many were made. */
export class RequestCounter {
  #byEndpoint = new Map<string, number>();

  count(method: string, path: string): void {
    const endpoint = `${method} ${path.replace(/\/\d+(?=\/|$)/g, '/:id')}`;
    this.#byEndpoint.set(endpoint, (this.#byEndpoint.get(endpoint) ?? 0) + 1);
  }

  clear(): void {
    this.#byEndpoint = new Map();
  }

  toJSON(): { total: number; byEndpoint: Record<string, number> } {
    const counts = [...this.#byEndpoint.values()];
    return {
      total: counts.reduce((sum, count) => sum + count, 0),
      byEndpoint: Object.fromEntries([...this.#byEndpoint].sort()),
    };
  }
}
