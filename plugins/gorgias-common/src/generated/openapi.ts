// Made by "yarn openapi" from openapi.json of the backend plugin.
/* eslint-disable */
import type { Message as KnownMessage } from 'backstage-plugin-gorgias-checks';

export interface paths {
    "/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to connect a Gorgias account */
        post: operations["CreateConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/api-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connects by an API key */
        post: operations["ConnectByApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an attempt to connect goes on */
        get: operations["GetConnectionSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connections/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where Gorgias sends the browser back to */
        get: operations["ConnectionCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the sync of each system goes */
        get: operations["GetHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The critical systems */
        get: operations["ListSystems"];
        put?: never;
        /** Adds a critical system */
        post: operations["AddCriticalSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of one system */
        get: operations["GetSystem"];
        put?: never;
        post?: never;
        /** Takes a system off the list of critical systems */
        delete: operations["RemoveCriticalSystem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends the connection */
        delete: operations["Disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a sync run */
        post: operations["SyncNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/sync-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sync runs, newest first */
        get: operations["ListSyncRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/sync-runs/{runId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Believes a held run */
        post: operations["AcceptHeldRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/sync-runs/{runId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does not believe a held run */
        post: operations["DiscardHeldRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts with their verdicts */
        get: operations["ListAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/accounts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts with their verdicts, as a file for spreadsheets */
        get: operations["ExportAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/accounts/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says what accounts are */
        put: operations["PutIdentities"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one account */
        get: operations["GetAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/identity-changes/{changeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts back what accounts were said to be before a change */
        post: operations["UndoIdentityChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who left, and their access */
        get: operations["ListOffboarded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/people/{staffKind}/{staffNamespace}/{staffName}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that access was removed */
        put: operations["PutRevocation"];
        post?: never;
        /** Takes that back */
        delete: operations["DeleteRevocation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffKind}/{staffNamespace}/{staffName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A staff member, over time */
        get: operations["GetStaffMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffKind}/{staffNamespace}/{staffName}/offboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that somebody has left */
        put: operations["PutOffboarding"];
        post?: never;
        /** Takes that back */
        delete: operations["DeleteOffboarding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/access-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The access rule in force */
        get: operations["GetAccessRule"];
        /** Sets the access rule */
        put: operations["PutAccessRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/access-rule/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would do */
        post: operations["PreviewAccessRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/access-rule/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its versions, newest first */
        get: operations["ListAccessRuleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exceptions, newest first */
        get: operations["ListExceptions"];
        put?: never;
        /** Asks for an exception */
        post: operations["RequestException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/exceptions/{exceptionId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts an exception into force */
        post: operations["ApproveException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/exceptions/{exceptionId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses an exception */
        post: operations["RefuseException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/exceptions/{exceptionId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an exception before its time */
        post: operations["WithdrawException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/exceptions/{exceptionId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an exception to last longer */
        post: operations["ExtendException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is evidence of */
        get: operations["ListEvidenceSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is of evidence */
        get: operations["GetEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/population": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who had access at a time */
        get: operations["GetPopulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/evidence.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Evidence of a period that can be verified without a server */
        get: operations["ExportEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the ledger ended, signed */
        get: operations["ListLedgerHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/public-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What evidence is verified with */
        get: operations["ListEvidenceKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed, newest first */
        get: operations["ListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where somebody is asked to judge */
        get: operations["ListMyReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The access reviews, newest first */
        get: operations["ListReviews"];
        put?: never;
        /** Begin an access review */
        post: operations["StartReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would review how many */
        post: operations["PreviewReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An access review */
        get: operations["GetReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts in an access review */
        get: operations["ListReviewItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about accounts */
        post: operations["DecideReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody else */
        post: operations["DelegateReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give everybody more time */
        post: operations["ExtendReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an access review */
        post: operations["SignOffReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/reviews/{reviewId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an access review */
        post: operations["CancelReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the system stood over some time */
        get: operations["GetTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/systems/{kind}/{namespace}/{name}/access-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which Gorgias roles */
        get: operations["GetAccessMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        CheckId: "user-identified" | "offboarded-access-removed" | "access-control-configured" | "mfa-enabled" | "access-valid";
        /** @enum {string} */
        VerdictStatus: "failing" | "unknown" | "stale" | "not-configured" | "exempt" | "passing" | "not-applicable";
        Message: KnownMessage;
        Verdict: {
            checkId: components["schemas"]["CheckId"];
            status: components["schemas"]["VerdictStatus"];
            ground: string;
            facts: {
                [key: string]: (string | number | boolean | null) | string[];
            };
            /** Format: date-time */
            since: string;
            groundParts?: components["schemas"]["Message"][];
            remedy?: string;
            remedyParts?: components["schemas"]["Message"][];
            /** Format: date-time */
            dueAt?: string;
            owner?: string;
            exceptionId?: string;
        };
        VerdictCounts: {
            failing: number;
            unknown: number;
            stale: number;
            "not-configured": number;
            exempt: number;
            passing: number;
            "not-applicable": number;
        };
        CheckSummary: {
            checkId: components["schemas"]["CheckId"];
            title: string;
            status: components["schemas"]["VerdictStatus"];
            counts: components["schemas"]["VerdictCounts"];
            ground?: string;
            groundParts?: components["schemas"]["Message"][];
        };
        Identity: {
            /** @enum {string} */
            type: "staff-member";
            staffRef: string;
            displayName: string;
            /** @enum {string} */
            staffState: "current" | "offboarded";
            ground: string;
            groundParts?: components["schemas"]["Message"][];
        } | {
            /** @enum {string} */
            type: "service-account" | "external";
            owner: string;
            purpose: string;
            /** Format: date-time */
            reviewAt: string;
            ground: string;
            groundParts?: components["schemas"]["Message"][];
        } | {
            /** @enum {string} */
            type: "unidentified";
            ground: string;
            candidates: string[];
            groundParts?: components["schemas"]["Message"][];
        };
        /** @enum {string} */
        AccountState: "active" | "deactivated" | "gone";
        /** @enum {string} */
        AccountOrderBy: "createdAt" | "name" | "gorgiasRole" | "state" | "identity" | "status";
        /** @enum {string} */
        IdentityType: "staff-member" | "service-account" | "external" | "unidentified";
        AssignedIdentity: {
            assignment: {
                /** @enum {string} */
                type: "staff-member";
                staffRef: string;
                reason: string;
            } | {
                /** @enum {string} */
                type: "service-account" | "external";
                owner: string;
                purpose: string;
                /** Format: date-time */
                reviewAt: string;
            };
            assignedBy: string;
            /** Format: date-time */
            assignedAt: string;
        };
        IdentityAssignment: {
            /** @enum {string} */
            type: "staff-member";
            staffRef: string;
            reason: string;
        } | {
            /** @enum {string} */
            type: "service-account" | "external";
            owner: string;
            purpose: string;
            /** Format: date-time */
            reviewAt: string;
        } | {
            /** @enum {string} */
            type: "automatic";
        };
        PutIdentitiesRequest: {
            accounts: {
                id: string;
                etag: string;
            }[];
            assignment: components["schemas"]["IdentityAssignment"];
        };
        IdentityChange: {
            id: string;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            accountIds: string[];
            /** Format: date-time */
            undoneAt?: string;
            undoneBy?: string;
        };
        AccountRow: {
            id: string;
            name: string | null;
            email: string | null;
            gorgiasRole: string | null;
            /** @enum {string} */
            kind: "human" | "bot" | "unknown";
            state: components["schemas"]["AccountState"];
            ownTwoFactor: boolean | null;
            sso: string | null;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            deactivatedAt: string | null;
            /** Format: date-time */
            goneAt: string | null;
            /** Format: date-time */
            lastLogInAt: string | null;
            identity: components["schemas"]["Identity"];
            orgRoles: string[];
            identityEtag: string;
            status: components["schemas"]["VerdictStatus"];
            verdicts: components["schemas"]["Verdict"][];
            contradictions: components["schemas"]["Contradiction"][];
            assigned?: components["schemas"]["AssignedIdentity"];
        };
        AccountDetails: {
            id: string;
            name: string | null;
            email: string | null;
            gorgiasRole: string | null;
            /** @enum {string} */
            kind: "human" | "bot" | "unknown";
            state: components["schemas"]["AccountState"];
            ownTwoFactor: boolean | null;
            sso: string | null;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            deactivatedAt: string | null;
            /** Format: date-time */
            goneAt: string | null;
            /** Format: date-time */
            lastLogInAt: string | null;
            identity: components["schemas"]["Identity"];
            orgRoles: string[];
            identityEtag: string;
            status: components["schemas"]["VerdictStatus"];
            verdicts: components["schemas"]["Verdict"][];
            contradictions: components["schemas"]["Contradiction"][];
            suggestions: {
                staffRef: string;
                displayName: string;
                ground: string;
                groundParts?: components["schemas"]["Message"][];
            }[];
            assigned?: components["schemas"]["AssignedIdentity"];
        };
        Contradiction: {
            accountId: string;
            eventType: string;
            /** Format: date-time */
            eventAt: string;
            text: string;
            textParts?: components["schemas"]["Message"][];
        };
        AccountPage: {
            items: components["schemas"]["AccountRow"][];
            totalItems: number;
            nextCursor?: string;
        };
        AccessRuleSpec: {
            /** @enum {string} */
            type: "all-staff";
            people?: {
                subject: string;
                ticket: string;
                /** Format: date-time */
                until: string;
            }[];
        } | {
            /** @enum {string} */
            type: "org-roles";
            orgRoles: string[];
            gorgiasRoles?: {
                [key: string]: string[];
            };
            people?: {
                subject: string;
                ticket: string;
                /** Format: date-time */
                until: string;
            }[];
        } | {
            /** @enum {string} */
            type: "named-people";
            people: {
                subject: string;
                ticket: string;
                /** Format: date-time */
                until: string;
            }[];
        };
        AccessRule: {
            spec: components["schemas"]["AccessRuleSpec"];
            revision: number;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            missingOrgRoles: string[];
            missingPeople: string[];
            reason?: string;
        };
        AccessRuleVersion: {
            spec: components["schemas"]["AccessRuleSpec"];
            revision: number;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: string;
            reason?: string;
        };
        AccessRuleVersionPage: {
            items: components["schemas"]["AccessRuleVersion"][];
            totalItems: number;
            nextCursor?: string;
        };
        AccessRuleResponse: {
            accessRule: components["schemas"]["AccessRule"] | null;
        };
        PutAccessRuleRequest: {
            spec: components["schemas"]["AccessRuleSpec"];
            reason?: string;
            factsVersion?: string;
        };
        PreviewAccessRuleRequest: {
            spec: components["schemas"]["AccessRuleSpec"];
        };
        AccessRulePreview: {
            coveredStaff: number;
            passing: number;
            failing: number;
            exempt: number;
            unknown: number;
            changes: {
                accountId: string;
                name: string | null;
                email: string | null;
                from: components["schemas"]["VerdictStatus"];
                to: components["schemas"]["VerdictStatus"];
            }[];
            missingOrgRoles: string[];
            missingPeople: string[];
            factsVersion: string;
        };
        /** @enum {string} */
        ExceptionStatus: "requested" | "approved" | "refused" | "withdrawn" | "lapsed";
        AccessException: {
            id: string;
            accountId: string;
            checkId: components["schemas"]["CheckId"];
            reason: string;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            until: string;
            status: components["schemas"]["ExceptionStatus"];
            twoPersonRule: boolean;
            etag: string;
            accountName?: string;
            reference?: string;
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
            decisionReason?: string;
            /** Format: date-time */
            lapsedAt?: string;
            lapsedBecause?: string;
            lapsedBecauseParts?: components["schemas"]["Message"][];
        };
        AccessExceptionPage: {
            items: components["schemas"]["AccessException"][];
            totalItems: number;
            nextCursor?: string;
        };
        ExceptionResponse: {
            exception: components["schemas"]["AccessException"];
        };
        RequestExceptionRequest: {
            accountId: string;
            checkId: components["schemas"]["CheckId"];
            reason: string;
            /** Format: date-time */
            until: string;
            reference?: string;
        };
        DecideExceptionRequest: {
            reason: string;
        };
        ExtendExceptionRequest: {
            /** Format: date-time */
            until: string;
            reason: string;
        };
        /** @enum {string} */
        HistoryKind: "verdict" | "account" | "identity" | "access-rule" | "exception" | "staff" | "revocation";
        HistoryEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["HistoryKind"];
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            accountId?: string;
            accountName?: string;
            staffRef?: string;
            checkId?: components["schemas"]["CheckId"];
            by?: string;
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            totalItems: number;
            nextCursor?: string;
        };
        LedgerHead: {
            sequence: number;
            hash: string;
            /** Format: date-time */
            signedAt: string;
            keyId: string | null;
            signature: string | null;
        };
        /** @enum {string} */
        ReviewRecurrence: "monthly" | "quarterly" | "half-yearly" | "yearly";
        ReviewerRule: {
            /** @enum {string} */
            by: "manager";
        } | {
            /** @enum {string} */
            by: "org-role";
            orgRoles: {
                orgRole: string;
                reviewer: string;
            }[];
        };
        ReviewProgress: {
            total: number;
            decided: number;
            keep: number;
            revoke: number;
            changeRole: number;
            unassigned: number;
            openFollowUps: number;
        };
        AccessReview: {
            id: string;
            entityRef: string;
            title: string;
            /** @enum {string} */
            status: "open" | "signed-off" | "cancelled";
            owner: string;
            createdBy: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            reviewers: components["schemas"]["ReviewerRule"];
            recurrence: components["schemas"]["ReviewRecurrence"] | null;
            /** Format: date-time */
            nextStartAt: string | null;
            progress: components["schemas"]["ReviewProgress"];
            waitingForMe: number;
            judgedByMe: number;
            signOff: components["schemas"]["ReviewSignOff"] | null;
            cancellation: components["schemas"]["ReviewCancellation"] | null;
            may: ("delegate" | "extend" | "cancel" | "sign-off")[];
        };
        AccessReviewDetails: {
            id: string;
            entityRef: string;
            title: string;
            /** @enum {string} */
            status: "open" | "signed-off" | "cancelled";
            owner: string;
            createdBy: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            reviewers: components["schemas"]["ReviewerRule"];
            recurrence: components["schemas"]["ReviewRecurrence"] | null;
            /** Format: date-time */
            nextStartAt: string | null;
            progress: components["schemas"]["ReviewProgress"];
            waitingForMe: number;
            judgedByMe: number;
            signOff: components["schemas"]["ReviewSignOff"] | null;
            cancellation: components["schemas"]["ReviewCancellation"] | null;
            may: ("delegate" | "extend" | "cancel" | "sign-off")[];
            byReviewer: {
                reviewer: string | null;
                total: number;
                decided: number;
                /** Format: date-time */
                remindedAt: string | null;
            }[];
        };
        AccessReviewPage: {
            items: components["schemas"]["AccessReview"][];
            totalItems: number;
            nextCursor?: string;
        };
        ReviewDecision: {
            /** @enum {string} */
            decision: "keep" | "revoke" | "change-role";
            comment: string | null;
            by: string;
            /** Format: date-time */
            at: string;
            gorgiasRole?: string;
        };
        LastReviewDecision: {
            /** @enum {string} */
            decision: "keep" | "revoke" | "change-role";
            comment: string | null;
            by: string;
            /** Format: date-time */
            at: string;
            reviewTitle: string;
            gorgiasRole?: string;
        };
        ReviewFollowUp: {
            /** @enum {string} */
            status: "open" | "done";
            /** Format: date-time */
            doneAt: string | null;
        };
        ReviewReturn: {
            by: string;
            /** Format: date-time */
            at: string;
            comment: string | null;
        };
        ReviewSignOff: {
            by: string;
            /** Format: date-time */
            at: string;
            comment: string | null;
        };
        ReviewCancellation: {
            by: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        ReviewItem: {
            accountId: string;
            name: string | null;
            email: string | null;
            gorgiasRole: string | null;
            /** @enum {string} */
            kind: "human" | "bot" | "unknown";
            state: components["schemas"]["AccountState"];
            identity: {
                /** @enum {string} */
                type: "staff-member" | "service-account" | "external" | "unidentified";
                staffRef?: string;
                displayName?: string;
                /** @enum {string} */
                staffState?: "current" | "offboarded";
                owner?: string;
                purpose?: string;
                /** Format: date-time */
                reviewAt?: string;
            };
            verdicts: {
                [key: string]: components["schemas"]["VerdictStatus"];
            };
            /** Format: date-time */
            lastLogInAt: string | null;
            reviewer: string | null;
            isMine: boolean;
            /** @enum {string} */
            addedBecause: "start" | "appeared" | "role-changed";
            /** Format: date-time */
            addedAt: string;
            decision: components["schemas"]["ReviewDecision"] | null;
            followUp: components["schemas"]["ReviewFollowUp"] | null;
            lastDecision: components["schemas"]["LastReviewDecision"] | null;
            notMine: components["schemas"]["ReviewReturn"] | null;
        };
        ReviewItemPage: {
            items: components["schemas"]["ReviewItem"][];
            totalItems: number;
            nextCursor?: string;
        };
        MyReviews: {
            items: {
                id: string;
                entityRef: string;
                systemTitle: string;
                title: string;
                owner: string;
                /** Format: date-time */
                dueAt: string;
                overdue: boolean;
                total: number;
                decided: number;
            }[];
        };
        StartReviewRequest: {
            title: string;
            dueAt: string;
            reviewers: components["schemas"]["ReviewerRule"];
            owner?: string;
            recurrence?: components["schemas"]["ReviewRecurrence"];
        };
        PreviewReviewRequest: {
            reviewers: components["schemas"]["ReviewerRule"];
            owner?: string;
        };
        ReviewPreview: {
            total: number;
            byReviewer: {
                reviewer: string | null;
                total: number;
            }[];
        };
        DecideReviewRequest: {
            accountIds: string[];
            /** @enum {string} */
            decision: "keep" | "revoke" | "change-role" | "not-mine";
            gorgiasRole?: string;
            comment?: string;
        };
        DelegateReviewRequest: {
            accountIds: string[];
            to: string;
            comment?: string;
        };
        ExtendReviewRequest: {
            dueAt: string;
            reason: string;
        };
        SignOffReviewRequest: {
            comment?: string;
        };
        CancelReviewRequest: {
            reason: string;
            endRecurrence?: boolean;
        };
        EvidenceSystems: {
            items: {
                entityRef: string;
                title: string;
            }[];
        };
        EvidenceOverview: {
            entityRef: string;
            title: string;
            /** Format: date-time */
            knownSince: string | null;
            entries: {
                kind: string;
                count: number;
                /** Format: date-time */
                lastAt: string;
            }[];
            head: components["schemas"]["LedgerHead"] | null;
            unsigned: number;
            exports: {
                /** Format: date-time */
                at: string;
                by: string;
                what: string;
                period: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                } | null;
            }[];
            mayExport: boolean;
        };
        PopulationAccount: {
            accountId: string;
            name: string | null;
            email: string | null;
            gorgiasRole: string | null;
            /** @enum {string} */
            kind: "human" | "bot" | "unknown";
            /** @enum {string} */
            state: "active" | "deactivated";
            identity: {
                /** @enum {string} */
                type: "staff-member" | "service-account" | "external" | "unidentified";
                staffRef?: string;
                displayName?: string;
                /** @enum {string} */
                staffState?: "current" | "offboarded";
                owner?: string;
                purpose?: string;
                /** Format: date-time */
                reviewAt?: string;
            };
            verdicts: {
                [key: string]: {
                    status: components["schemas"]["VerdictStatus"];
                    /** Format: date-time */
                    since: string;
                    exceptionId?: string;
                };
            };
        };
        PopulationPage: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            factsAt: string | null;
            counts: components["schemas"]["VerdictCounts"];
            items: components["schemas"]["PopulationAccount"][];
            totalItems: number;
            nextCursor?: string;
        };
        LedgerHeadPage: {
            items: components["schemas"]["LedgerHead"][];
            totalItems: number;
            nextCursor?: string;
        };
        EvidenceKeysResponse: {
            current: string | null;
            keys: {
                keyId: string;
                publicKey: string;
                /** Format: date-time */
                firstUsedAt: string;
            }[];
        };
        /** @enum {string} */
        OffboardedGround: "mark" | "vanished" | "orphaned" | "manual";
        /** @enum {string} */
        RevocationStatus: "active" | "revoked" | "not-found";
        Override: {
            proof: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        OffboardedPerson: {
            staffRef: string;
            displayName: string;
            /** Format: date-time */
            offboardedAt: string | null;
            offboardedGround: components["schemas"]["OffboardedGround"];
            status: components["schemas"]["RevocationStatus"];
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            removedAt: string | null;
            tookSeconds: number | null;
            usedAfterLeaving: boolean;
            accounts: {
                id: string;
                name: string | null;
                email: string | null;
                gorgiasRole: string | null;
                state: components["schemas"]["AccountState"];
                /** Format: date-time */
                removedAt: string | null;
                /** Format: date-time */
                lastLogInAt: string | null;
            }[];
            etag: string;
            offboardedProof?: components["schemas"]["Override"];
            override?: components["schemas"]["Override"];
        };
        TimeToRevoke: {
            people: number;
            medianSeconds: number | null;
            worstSeconds: number | null;
        };
        OffboardedPage: {
            items: components["schemas"]["OffboardedPerson"][];
            totalItems: number;
            counts: {
                active: number;
                revoked: number;
                "not-found": number;
            };
            timeToRevoke: components["schemas"]["TimeToRevoke"];
            nextCursor?: string;
        };
        SystemTrends: {
            days: {
                /** Format: date */
                day: string;
                checks: {
                    "user-identified": components["schemas"]["VerdictCounts"];
                    "offboarded-access-removed": components["schemas"]["VerdictCounts"];
                    "access-control-configured": components["schemas"]["VerdictCounts"];
                    "mfa-enabled": components["schemas"]["VerdictCounts"];
                    "access-valid": components["schemas"]["VerdictCounts"];
                };
            }[];
            timeToRevoke: components["schemas"]["TimeToRevoke"];
            revokeWithinDays: number;
            revocations: {
                /** Format: date-time */
                removedAt: string;
                tookSeconds: number;
            }[];
        };
        AccessMatrix: {
            lines: ({
                /** @enum {string} */
                type: "org-role";
                orgRole: string;
                title: string;
            } | {
                /** @enum {string} */
                type: "no-org-role" | "offboarded" | "service-account" | "external" | "unidentified";
            })[];
            gorgiasRoles: (string | null)[];
            cells: {
                line: number;
                gorgiasRole: string | null;
                accounts: number;
                valid: components["schemas"]["VerdictCounts"];
            }[];
        };
        StaffMemberDetails: {
            staffRef: string;
            displayName: string;
            emails: string[];
            orgRoles: string[];
            /** @enum {string} */
            state: "current" | "offboarded";
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            offboardedAt: string | null;
            offboardedGround: components["schemas"]["OffboardedGround"] | null;
            /** Format: date-time */
            rehiredAt: string | null;
            etag: string;
            manualOffboarding?: {
                /** Format: date-time */
                offboardedAt: string;
                proof: string;
                by: string;
                /** Format: date-time */
                at: string;
            };
        };
        PutOffboardingRequest: {
            /** Format: date-time */
            offboardedAt: string;
            proof: string;
        };
        PutRevocationRequest: {
            proof: string;
        };
        /** @enum {string} */
        ConnectionState: "connected" | "needs-reconnect" | "disconnected";
        /** @enum {string} */
        ConnectionMethod: "oauth" | "api-key";
        Connection: {
            id: string;
            subdomain: string;
            method: components["schemas"]["ConnectionMethod"];
            state: components["schemas"]["ConnectionState"];
            scopes: string[];
            connectedBy: string;
            /** Format: date-time */
            connectedAt: string;
            gorgiasUser: {
                id: string;
                name: string | null;
                email: string | null;
            };
            stateReason?: string;
            stateReasonParts?: components["schemas"]["Message"][];
            warning?: string;
            warningParts?: components["schemas"]["Message"][];
            disconnectedBy?: string;
            /** Format: date-time */
            disconnectedAt?: string;
        };
        CreateConnectionRequest: {
            entityRef: string;
            subdomain: string;
        };
        ConnectByApiKeyRequest: {
            entityRef: string;
            subdomain: string;
            email: string;
            apiKey: string;
        };
        ConnectByApiKeyResponse: {
            connection: components["schemas"]["Connection"];
        };
        CreateConnectionResponse: {
            sessionId: string;
            authorizeUrl: string;
            /** Format: date-time */
            expiresAt: string;
        };
        ConnectionSession: {
            sessionId: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            /** @enum {string} */
            errorCode?: "access-denied" | "expired" | "state-invalid" | "wrong-browser" | "not-admin" | "scope-missing" | "wrong-account" | "gorgias-refused" | "gorgias-unreachable" | "internal";
        };
        SyncRun: {
            id: string;
            /** @enum {string} */
            trigger: "schedule" | "manual" | "connected" | "event" | "accepted";
            /** Format: date-time */
            startedAt: string;
            outcome: components["schemas"]["SyncOutcome"];
            pages: number;
            accounts: number;
            retries: number;
            requestedBy?: string;
            /** Format: date-time */
            finishedAt?: string;
            changes?: {
                added: number;
                updated: number;
                gone: number;
            };
            held?: components["schemas"]["HeldChanges"];
            error?: string;
        };
        /** @enum {string} */
        SyncOutcome: "running" | "complete" | "failed" | "held";
        HeldChanges: {
            changes: {
                /** @enum {string} */
                source: "gorgias" | "catalog";
                before: number;
                gone: {
                    ref: string;
                    name: string | null;
                    email: string | null;
                }[];
            }[];
            /** @enum {string} */
            decision?: "accepted" | "discarded" | "superseded";
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        EarlyNews: {
            available: boolean;
            /** Format: date-time */
            checkedAt: string | null;
            reason?: string;
            reasonParts?: components["schemas"]["Message"][];
        };
        HealthResponse: {
            /** @enum {string} */
            status: "ok" | "degraded";
            systems: {
                entityRef: string;
                connectionState: components["schemas"]["ConnectionState"];
                /** Format: date-time */
                factsAt: string | null;
                stale: boolean;
                stuck: boolean;
                held: boolean;
                lastOutcome: components["schemas"]["SyncOutcome"] | null;
            }[];
        };
        SyncNowResponse: {
            run: components["schemas"]["SyncRun"];
        };
        SyncRunPage: {
            items: components["schemas"]["SyncRun"][];
            totalItems: number;
            nextCursor?: string;
        };
        Freshness: {
            /** Format: date-time */
            factsAt: string | null;
            staleAfterSeconds: number;
            stale: boolean;
        };
        PendingTask: {
            /** @enum {string} */
            id: "connect" | "reconnect" | "review-held-run" | "mend-connection" | "add-critical-system" | "configure-access" | "sync" | "fix-failing" | "clear-unknown" | "look-into-contradictions" | "look-into-use-after-leaving" | "decide-exceptions" | "finish-overdue-review" | "sign-off-review" | "carry-out-review";
            title: string;
            description: string;
            adminOnly: boolean;
            titleParts?: components["schemas"]["Message"][];
            count?: number;
            descriptionParts?: components["schemas"]["Message"][];
        };
        SystemSummary: {
            entityRef: string;
            title: string;
            subdomain: string | null;
            critical: {
                /** Format: date-time */
                addedAt: string;
                addedBy: string;
            } | null;
            connection: components["schemas"]["Connection"] | null;
            connectMethods: components["schemas"]["ConnectionMethod"][];
            freshness: components["schemas"]["Freshness"];
            sync: {
                current: components["schemas"]["SyncRun"] | null;
                last: components["schemas"]["SyncRun"] | null;
                held: components["schemas"]["SyncRun"] | null;
                stuck: boolean;
            };
            earlyNews: components["schemas"]["EarlyNews"];
            contradictions: components["schemas"]["Contradiction"][];
            checks: components["schemas"]["CheckSummary"][];
            status: components["schemas"]["VerdictStatus"];
            accounts: {
                active: number;
                deactivated: number;
                gone: number;
            };
            accessRule: components["schemas"]["AccessRule"] | null;
            pendingTasks: components["schemas"]["PendingTask"][];
            ownAccounts: components["schemas"]["AccountRow"][];
            offboarded: {
                active: number;
                usedAfterLeaving: number;
            };
            requestedExceptions: number;
            actions: ("read-accounts" | "administrate" | "manage-connection" | "manage-access-rule" | "classify" | "request-exception" | "approve-exception" | "manage-reviews" | "read-evidence" | "export")[];
            canManage: boolean;
            owner?: string;
        };
        AddCriticalSystemRequest: {
            entityRef: string;
        };
        SystemListItem: {
            entityRef: string;
            title: string;
            entityExists: boolean;
            subdomain: string | null;
            /** @enum {string} */
            connectionState: "connected" | "needs-reconnect" | "disconnected" | "not-connected";
            freshness: components["schemas"]["Freshness"];
            status: components["schemas"]["VerdictStatus"];
            checks: components["schemas"]["CheckSummary"][];
            pendingTasks: number;
        };
        SystemPage: {
            items: components["schemas"]["SystemListItem"][];
            totalItems: number;
            nextCursor?: string;
        };
        Error: {
            error: {
                name: string;
                message: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    CreateConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConnectionRequest"];
            };
        };
        responses: {
            /** @description Begins to connect a Gorgias account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateConnectionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ConnectByApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectByApiKeyRequest"];
            };
        };
        responses: {
            /** @description Connects by an API key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectByApiKeyResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetConnectionSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an attempt to connect */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How an attempt to connect goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionSession"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ConnectionCallback: {
        parameters: {
            query?: {
                /** @description Which attempt it is */
                state?: string;
                /** @description What the grant is got for */
                code?: string;
                /** @description Why there is no grant */
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page for the pop-up window */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    GetHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the sync of each system goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListSystems: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The critical systems */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    AddCriticalSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCriticalSystemRequest"];
            };
        };
        responses: {
            /** @description Adds a critical system */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSummary"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetSystem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of one system */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSummary"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    RemoveCriticalSystem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes a system off the list of critical systems */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    Disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ends the connection */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    SyncNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asks for a sync run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncNowResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListSyncRuns: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sync runs, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRunPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    AcceptHeldRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of a sync run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Believes a held run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncNowResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    DiscardHeldRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of a sync run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Does not believe a held run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncNowResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListAccounts: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those whose name or address has this in it */
                search?: string;
                /** @description The check that `status` is about, else it is any of them */
                check?: components["schemas"]["CheckId"];
                /** @description Only accounts with a verdict of this status */
                status?: components["schemas"]["VerdictStatus"];
                /** @description Only accounts of this state */
                state?: components["schemas"]["AccountState"];
                /** @description Only accounts of this role, empty for those without */
                gorgiasRole?: string;
                /** @description Only accounts of people of this org role */
                orgRole?: string;
                /** @description Only accounts whose identity is of this type */
                identity?: components["schemas"]["IdentityType"];
                /** @description What they are ordered by */
                orderBy?: components["schemas"]["AccountOrderBy"];
                /** @description Whether the order goes up or down */
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts with their verdicts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ExportAccounts: {
        parameters: {
            query?: {
                /** @description Only those whose name or address has this in it */
                search?: string;
                /** @description The check that `status` is about, else it is any of them */
                check?: components["schemas"]["CheckId"];
                /** @description Only accounts with a verdict of this status */
                status?: components["schemas"]["VerdictStatus"];
                /** @description Only accounts of this state */
                state?: components["schemas"]["AccountState"];
                /** @description Only accounts of this role, empty for those without */
                gorgiasRole?: string;
                /** @description Only accounts of people of this org role */
                orgRole?: string;
                /** @description Only accounts whose identity is of this type */
                identity?: components["schemas"]["IdentityType"];
                /** @description What they are ordered by */
                orderBy?: components["schemas"]["AccountOrderBy"];
                /** @description Whether the order goes up or down */
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A header, and a line an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PutIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutIdentitiesRequest"];
            };
        };
        responses: {
            /** @description Says what accounts are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChange"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of a user of Gorgias */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything about one account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    UndoIdentityChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of a change of identities */
                changeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Puts back what accounts were said to be before a change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityChange"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListOffboarded: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those whose name or address has this in it */
                search?: string;
                /** @description Only people whose access is in this state */
                status?: components["schemas"]["RevocationStatus"];
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People who left, and their access */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardedPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PutRevocation: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Kind of the entity of a staff member */
                staffKind: string;
                /** @description Namespace of that entity */
                staffNamespace: string;
                /** @description Name of that entity */
                staffName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutRevocationRequest"];
            };
        };
        responses: {
            /** @description Says that access was removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    DeleteRevocation: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Kind of the entity of a staff member */
                staffKind: string;
                /** @description Namespace of that entity */
                staffNamespace: string;
                /** @description Name of that entity */
                staffName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes that back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetStaffMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity of a staff member */
                staffKind: string;
                /** @description Namespace of that entity */
                staffNamespace: string;
                /** @description Name of that entity */
                staffName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A staff member, over time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PutOffboarding: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity of a staff member */
                staffKind: string;
                /** @description Namespace of that entity */
                staffNamespace: string;
                /** @description Name of that entity */
                staffName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutOffboardingRequest"];
            };
        };
        responses: {
            /** @description Says that somebody has left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    DeleteOffboarding: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity of a staff member */
                staffKind: string;
                /** @description Namespace of that entity */
                staffNamespace: string;
                /** @description Name of that entity */
                staffName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Takes that back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMemberDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetAccessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access rule in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRuleResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PutAccessRule: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutAccessRuleRequest"];
            };
        };
        responses: {
            /** @description Sets the access rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRuleResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PreviewAccessRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewAccessRuleRequest"];
            };
        };
        responses: {
            /** @description What a rule would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRulePreview"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListAccessRuleVersions: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRuleVersionPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListExceptions: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only of this account */
                accountId?: string;
                /** @description Only of this check */
                checkId?: components["schemas"]["CheckId"];
                /** @description Only exceptions of this status */
                status?: components["schemas"]["ExceptionStatus"];
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exceptions, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExceptionPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    RequestException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExceptionRequest"];
            };
        };
        responses: {
            /** @description Asks for an exception */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ApproveException: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an exception */
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Puts an exception into force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    RefuseException: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an exception */
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExceptionRequest"];
            };
        };
        responses: {
            /** @description Refuses an exception */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    WithdrawException: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an exception */
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExceptionRequest"];
            };
        };
        responses: {
            /** @description Ends an exception before its time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ExtendException: {
        parameters: {
            query?: never;
            header: {
                /** @description The etag of what is changed, as it was read */
                "If-Match": string;
            };
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an exception */
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendExceptionRequest"];
            };
        };
        responses: {
            /** @description Asks for an exception to last longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListEvidenceSystems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is evidence of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceSystems"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is of evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceOverview"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetPopulation: {
        parameters: {
            query: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description The time */
                at: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who had access at a time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PopulationPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ExportEvidence: {
        parameters: {
            query: {
                /** @description When the period begins */
                from: string;
                /** @description When the period ends */
                to: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A zip; see docs/evidence.md */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListLedgerHeads: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the ledger ended, signed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerHeadPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListEvidenceKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What evidence is verified with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceKeysResponse"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListHistory: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only of this account */
                accountId?: string;
                /** @description Only of this staff member */
                staffRef?: string;
                /** @description Only changes of this kind */
                kind?: components["schemas"]["HistoryKind"];
                /** @description Only of this check, with first verdicts among which is one of it */
                checkId?: components["schemas"]["CheckId"];
                /** @description Not before this day or time */
                from?: string;
                /** @description Only before this day or time */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListMyReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where somebody is asked to judge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReviews"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListReviews: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access reviews, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    StartReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartReviewRequest"];
            };
        };
        responses: {
            /** @description Begin an access review */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    PreviewReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewReviewRequest"];
            };
        };
        responses: {
            /** @description Who would review how many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPreview"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An access review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ListReviewItems: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description The `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those of this reviewer; also `me`, and `nobody` for those without */
                reviewer?: string;
                /** @description Only those of which this is so */
                status?: "undecided" | "decided" | "follow-up";
                /** @description Only those whose name or address has this in it */
                search?: string;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts in an access review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewItemPage"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    DecideReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideReviewRequest"];
            };
        };
        responses: {
            /** @description Decide about accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    DelegateReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateReviewRequest"];
            };
        };
        responses: {
            /** @description Ask somebody else */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ExtendReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendReviewRequest"];
            };
        };
        responses: {
            /** @description Give everybody more time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    SignOffReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffReviewRequest"];
            };
        };
        responses: {
            /** @description End an access review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    CancelReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
                /** @description Id of an access review */
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelReviewRequest"];
            };
        };
        responses: {
            /** @description Cancel an access review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewDetails"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetTrends: {
        parameters: {
            query?: {
                /** @description How many days, today included */
                days?: number;
            };
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the system stood over some time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemTrends"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    GetAccessMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of the entity that stands for Gorgias */
                kind: string;
                /** @description Namespace of that entity */
                namespace: string;
                /** @description Name of that entity */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has which Gorgias roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessMatrix"];
                };
            };
            /** @description An error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
