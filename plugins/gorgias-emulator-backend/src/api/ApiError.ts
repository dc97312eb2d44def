/** An error the way Gorgias' API words it. */
export class ApiError extends Error {
  readonly status: number;
  /** What is wrong, field by field. */
  readonly fields?: Record<string, string[]>;

  constructor(
    status: number,
    message: string,
    fields?: Record<string, string[]>,
  ) {
    super(message);
    this.status = status;
    this.fields = fields;
  }

  toJSON() {
    return {
      error: {
        msg: this.message,
        ...(this.fields && { data: this.fields }),
      },
    };
  }
}

/** The answer to a request whose fields are wrong. */
export function invalidRequest(fields: Record<string, string[]>): ApiError {
  return new ApiError(400, 'Invalid request.', fields);
}

/** The answer when there is no such thing. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not found.');
}
