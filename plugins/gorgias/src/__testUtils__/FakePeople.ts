import {
  AccessException,
  ExceptionFilter,
  ExceptionResponse,
  HistoryEntry,
  HistoryFilter,
  OffboardedFilter,
  OffboardedPage,
  OffboardedPerson,
  Page,
  PageRequest,
  PutOffboardingRequest,
  PutRevocationRequest,
  RequestExceptionRequest,
  StaffMemberDetails,
} from 'backstage-plugin-gorgias-common';
import { FakeAccounts } from './FakeAccounts';
import { ADMIN } from './FakeSystem';
import { page } from './page';
import {
  exception as exampleException,
  offboardedPerson,
} from './peopleFixtures';

/** The people who left, the exceptions, and what changed. */
export class FakePeople extends FakeAccounts {
  people: OffboardedPerson[] = [];
  exceptions: AccessException[] = [];
  history: HistoryEntry[] = [];

  async listOffboarded(
    _entityRef: string,
    request: OffboardedFilter & PageRequest = {},
  ): Promise<OffboardedPage> {
    const { status, search = '' } = request;
    const count = (of: OffboardedPerson['status']) =>
      this.people.filter(person => person.status === of).length;
    const took = this.people
      .flatMap(({ tookSeconds }) => (tookSeconds === null ? [] : [tookSeconds]))
      .sort((a, b) => a - b);
    return {
      ...page(
        this.people.filter(
          person =>
            (!status || person.status === status) &&
            person.displayName.includes(search),
        ),
        request,
      ),
      counts: {
        active: count('active'),
        revoked: count('revoked'),
        'not-found': count('not-found'),
      },
      timeToRevoke: {
        people: took.length,
        medianSeconds: took[Math.floor((took.length - 1) / 2)] ?? null,
        worstSeconds: took.at(-1) ?? null,
      },
    };
  }

  async putRevocation(
    _entityRef: string,
    staffRef: string,
    { proof }: PutRevocationRequest & { etag: string },
  ): Promise<void> {
    const at = new Date().toISOString();
    this.#changePerson(staffRef, {
      status: 'revoked',
      override: { proof, by: ADMIN, at },
    });
  }

  async deleteRevocation(_entityRef: string, staffRef: string): Promise<void> {
    this.#changePerson(staffRef, { status: 'active', override: undefined });
  }

  async getStaffMember(staffRef: string): Promise<StaffMemberDetails> {
    const person = this.people.find(other => other.staffRef === staffRef);
    const { offboardedAt = null, offboardedGround = null } = person ?? {};
    return {
      staffRef,
      displayName: person?.displayName ?? staffRef,
      emails: [],
      orgRoles: [],
      state: person ? 'offboarded' : 'current',
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: new Date().toISOString(),
      offboardedAt,
      offboardedGround,
      rehiredAt: null,
      ...(person?.offboardedProof &&
        offboardedAt && {
          manualOffboarding: { ...person.offboardedProof, offboardedAt },
        }),
      etag: `staff-etag-${this.people.length}`,
    };
  }

  async putOffboarding(
    staffRef: string,
    { offboardedAt, proof }: PutOffboardingRequest & { etag: string },
  ): Promise<StaffMemberDetails> {
    this.people = [
      ...this.people,
      offboardedPerson({
        staffRef,
        displayName: staffRef,
        offboardedAt,
        offboardedGround: 'manual',
        offboardedProof: { proof, by: ADMIN, at: new Date().toISOString() },
      }),
    ];
    return this.getStaffMember(staffRef);
  }

  async deleteOffboarding(staffRef: string): Promise<StaffMemberDetails> {
    const before = await this.getStaffMember(staffRef);
    this.people = this.people.filter(other => other.staffRef !== staffRef);
    return { ...before, state: 'current', manualOffboarding: undefined };
  }

  async listExceptions(
    _entityRef: string,
    request: ExceptionFilter & PageRequest = {},
  ): Promise<Page<AccessException>> {
    const { accountId, checkId, status } = request;
    return page(
      this.exceptions.filter(
        exception =>
          (!accountId || exception.accountId === accountId) &&
          (!checkId || exception.checkId === checkId) &&
          (!status || exception.status === status),
      ),
      request,
    );
  }

  async requestException(
    _entityRef: string,
    request: RequestExceptionRequest,
  ): Promise<ExceptionResponse> {
    const exception = exampleException({
      id: `exception-${this.exceptions.length + 1}`,
      reference: undefined,
      ...request,
      requestedBy: ADMIN,
    });
    this.exceptions = [exception, ...this.exceptions];
    return { exception };
  }

  async approveException(_ref: string, { id }: { id: string }) {
    return this.#decide(id, { status: 'approved' });
  }

  async refuseException(_ref: string, { id }: { id: string }, reason: string) {
    return this.#decide(id, { status: 'refused', decisionReason: reason });
  }

  async withdrawException(
    _ref: string,
    { id }: { id: string },
    reason: string,
  ) {
    return this.#decide(id, { status: 'withdrawn', decisionReason: reason });
  }

  async extendException(
    ref: string,
    { id }: { id: string },
    request: { until: string; reason: string },
  ) {
    const { accountId, checkId } = this.#exception(id);
    return this.requestException(ref, { accountId, checkId, ...request });
  }

  async listHistory(
    _entityRef: string,
    request: HistoryFilter & PageRequest = {},
  ): Promise<Page<HistoryEntry>> {
    const { accountId, staffRef, kind } = request;
    return page(
      this.history.filter(
        entry =>
          (!accountId || entry.accountId === accountId) &&
          (!staffRef || entry.staffRef === staffRef) &&
          (!kind || entry.kind === kind),
      ),
      request,
    );
  }

  #changePerson(staffRef: string, part: Partial<OffboardedPerson>) {
    this.people = this.people.map(person =>
      person.staffRef === staffRef
        ? { ...person, ...part, etag: `${person.etag}+` }
        : person,
    );
  }

  #exception(id: string): AccessException {
    const found = this.exceptions.find(exception => exception.id === id);
    if (!found) {
      throw new Error(`There is no exception ${id}`);
    }
    return found;
  }

  #decide(id: string, part: Partial<AccessException>): ExceptionResponse {
    const exception = {
      ...this.#exception(id),
      ...part,
      decidedBy: ADMIN,
      decidedAt: new Date().toISOString(),
    };
    this.exceptions = this.exceptions.map(other =>
      other.id === id ? exception : other,
    );
    return { exception };
  }
}
