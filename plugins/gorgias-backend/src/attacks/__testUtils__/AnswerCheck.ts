import { startAnswerCheck } from '../../__testUtils__/checkAnswers';
import { serve, TestServer } from '../../__testUtils__/serve';
import { Answer } from './send';

/**
 * Checks answers against the OpenAPI document once they are there: what is
 * sent to the backend is to get there as it is, and would not through a proxy.
 */
export class AnswerCheck {
  #answer: Answer = { status: 200, headers: {}, text: '' };

  #check: { url: string; close: () => Promise<void> } | undefined;
  #replay: TestServer | undefined;

  static async start(): Promise<AnswerCheck> {
    const answerCheck = new AnswerCheck();
    const replay = await serve((_, res) => {
      const { status, text } = answerCheck.#answer;
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(text);
    });
    answerCheck.#replay = replay;
    answerCheck.#check = await startAnswerCheck(replay.url);
    return answerCheck;
  }

  /** How an answer in JSON is other than the document says, if it is. */
  async problemOf(operation: string, answer: Answer): Promise<string | null> {
    const [method, template] = operation.split(' ');
    this.#answer = answer;
    const checked = await fetch(
      this.#check!.url + template.replace(/{\w+}/g, 'x'),
      { method },
    );
    const body = await checked.json();
    return checked.status === 599 ? body.error.message : null;
  }

  async close(): Promise<void> {
    await this.#check?.close();
    await this.#replay?.close();
  }
}
