-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'engineer', 'steward', 'admin');

-- CreateEnum
CREATE TYPE "AccountState" AS ENUM ('untested', 'connected', 'refused', 'unreachable');

-- CreateEnum
CREATE TYPE "ChangeState" AS ENUM ('open', 'accepted', 'resolved');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('proposed', 'in-review', 'approved', 'applying', 'applied', 'verified', 'stale', 'failed', 'rejected', 'superseded', 'expired');

-- CreateEnum
CREATE TYPE "ApplyRunState" AS ENUM ('waiting', 'applying', 'applied', 'verified', 'stale', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "last_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sealed_secret" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,

    CONSTRAINT "sealed_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fivetran_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "external_id" TEXT,
    "base_url" TEXT NOT NULL,
    "key_hint" TEXT,
    "key_secret_id" UUID,
    "api_secret_id" UUID,
    "credentials_set_at" TIMESTAMPTZ(3),
    "credentials_set_by" TEXT,
    "state" "AccountState" NOT NULL DEFAULT 'untested',
    "state_detail" TEXT,
    "state_at" TIMESTAMPTZ(3),
    "probes" JSONB NOT NULL DEFAULT '[]',
    "webhook_token" TEXT NOT NULL,
    "webhook_id" TEXT,
    "webhook_state" TEXT NOT NULL DEFAULT 'unregistered',
    "webhook_detail" TEXT,
    "webhook_generation" INTEGER NOT NULL DEFAULT 1,
    "rate_limit" INTEGER,
    "rate_remaining" INTEGER,
    "rate_at" TIMESTAMPTZ(3),
    "refresh_minutes" INTEGER NOT NULL DEFAULT 15,
    "refreshed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fivetran_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destination" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "region" TEXT,
    "setup_state" TEXT NOT NULL,
    "warehouse_secret_id" UUID,
    "warehouse_hint" TEXT,
    "warehouse_state" "AccountState" NOT NULL DEFAULT 'untested',
    "warehouse_detail" TEXT,
    "warehouse_state_at" TIMESTAMPTZ(3),

    CONSTRAINT "destination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "destination_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "schema_name" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "sync_frequency_minutes" INTEGER,
    "schedule_kind" TEXT NOT NULL,
    "setup_state" TEXT NOT NULL,
    "sync_state" TEXT NOT NULL,
    "is_delayed" BOOLEAN NOT NULL,
    "is_historical_sync" BOOLEAN NOT NULL,
    "succeeded_at" TIMESTAMPTZ(6),
    "failed_at" TIMESTAMPTZ(6),
    "rescheduled_for" TIMESTAMPTZ(6),
    "tasks" JSONB NOT NULL DEFAULT '[]',
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "freshness_target_minutes" INTEGER NOT NULL DEFAULT 360,
    "owner_id" UUID,
    "baseline" JSONB,
    "baseline_snapshot_id" UUID,
    "latest_snapshot_id" UUID,
    "refresh_problem" TEXT,
    "refreshed_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "external_id" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(6),
    "status" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "sync_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "refusal" TEXT,
    "dedupe_key" TEXT,
    "doubles" INTEGER NOT NULL DEFAULT 0,
    "event" TEXT,
    "connection_external_id" TEXT,
    "sync_id" TEXT,
    "created_at_vendor" TIMESTAMPTZ(3),
    "payload" JSONB,
    "processed_at" TIMESTAMPTZ(3),
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "table_body" (
    "hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "table_body_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trigger" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "header" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "table_count" INTEGER NOT NULL,
    "column_count" INTEGER NOT NULL,
    "succeeded_at" TIMESTAMPTZ(6),
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_table" (
    "snapshot_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "snapshot_table_pkey" PRIMARY KEY ("snapshot_id","schema","table")
);

-- CreateTable
CREATE TABLE "change_set" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "base_snapshot_id" UUID,
    "revision_snapshot_id" UUID NOT NULL,
    "renames" JSONB NOT NULL DEFAULT '[]',
    "detected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "change_set_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "schema" TEXT,
    "table" TEXT,
    "column" TEXT,
    "details" JSONB NOT NULL,
    "severity" TEXT NOT NULL,
    "severity_reason" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "state" "ChangeState" NOT NULL DEFAULT 'open',
    "detected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_class" (
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "data_class" TEXT,
    "sensitive" BOOLEAN NOT NULL,
    "evidence" JSONB NOT NULL,
    "classified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_class_pkey" PRIMARY KEY ("connection_id","schema","table","column")
);

-- CreateTable
CREATE TABLE "rename_decision" (
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "from_column" TEXT NOT NULL,
    "to_column" TEXT NOT NULL,
    "same" BOOLEAN NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rename_decision_pkey" PRIMARY KEY ("connection_id","schema","table","from_column","to_column")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "connection_id" UUID NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'proposed',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "risk" TEXT NOT NULL DEFAULT 'medium',
    "schema" TEXT,
    "table" TEXT,
    "column" TEXT,
    "author_kind" TEXT NOT NULL,
    "author_user_id" UUID,
    "snoozed_until" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_change" (
    "proposal_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,

    CONSTRAINT "proposal_change_pkey" PRIMARY KEY ("proposal_id","change_id")
);

-- CreateTable
CREATE TABLE "proposal_revision" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "actions" JSONB NOT NULL,
    "rationale" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "drafters" JSONB NOT NULL,
    "feasibility" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "before_state" JSONB NOT NULL,
    "before_hash" TEXT NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "risk_reasons" JSONB NOT NULL,
    "verdict" JSONB NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "way_back" JSONB NOT NULL,
    "impact" JSONB NOT NULL DEFAULT '[]',
    "editor_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_comment" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "user_id" UUID,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "plan_hash" TEXT NOT NULL,
    "before_hash" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apply_run" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "proposal_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "state" "ApplyRunState" NOT NULL DEFAULT 'waiting',
    "started_by" TEXT NOT NULL,
    "started_by_id" UUID,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "worker_id" TEXT,
    "stop_requested" BOOLEAN NOT NULL DEFAULT false,
    "difference" JSONB,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "apply_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apply_step" (
    "run_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "step" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waits',
    "intent_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),
    "called_at" TIMESTAMPTZ(3),
    "read_back_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "call_status" INTEGER,
    "call_took_ms" INTEGER,
    "problem" TEXT,

    CONSTRAINT "apply_step_pkey" PRIMARY KEY ("run_id","index")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "held" BOOLEAN NOT NULL,
    "checks" JSONB NOT NULL,
    "snapshot_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT,
    "object_label" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "channel" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "identity_user_id_idx" ON "identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "fivetran_account_webhook_token_key" ON "fivetran_account"("webhook_token");

-- CreateIndex
CREATE UNIQUE INDEX "destination_account_id_external_id_key" ON "destination"("account_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_account_id_external_id_key" ON "connection"("account_id", "external_id");

-- CreateIndex
CREATE INDEX "sync_connection_id_ended_at_idx" ON "sync"("connection_id", "ended_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "sync_connection_id_external_id_key" ON "sync"("connection_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_dedupe_key_key" ON "webhook_delivery"("dedupe_key");

-- CreateIndex
CREATE INDEX "webhook_delivery_account_id_received_at_idx" ON "webhook_delivery"("account_id", "received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_connection_id_number_key" ON "snapshot"("connection_id", "number");

-- CreateIndex
CREATE INDEX "snapshot_table_hash_idx" ON "snapshot_table"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "change_set_revision_snapshot_id_key" ON "change_set"("revision_snapshot_id");

-- CreateIndex
CREATE INDEX "change_connection_id_state_idx" ON "change"("connection_id", "state");

-- CreateIndex
CREATE INDEX "change_detected_at_idx" ON "change"("detected_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_number_key" ON "proposal"("number");

-- CreateIndex
CREATE INDEX "proposal_state_due_at_idx" ON "proposal"("state", "due_at");

-- CreateIndex
CREATE INDEX "proposal_connection_id_state_idx" ON "proposal"("connection_id", "state");

-- CreateIndex
CREATE INDEX "proposal_change_change_id_idx" ON "proposal_change"("change_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_revision_proposal_id_revision_key" ON "proposal_revision"("proposal_id", "revision");

-- CreateIndex
CREATE INDEX "proposal_comment_proposal_id_created_at_idx" ON "proposal_comment"("proposal_id", "created_at");

-- CreateIndex
CREATE INDEX "review_proposal_id_revision_idx" ON "review"("proposal_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "apply_run_number_key" ON "apply_run"("number");

-- CreateIndex
CREATE INDEX "apply_run_connection_id_state_idx" ON "apply_run"("connection_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "verification_run_id_key" ON "verification"("run_id");

-- CreateIndex
CREATE INDEX "audit_event_correlation_id_idx" ON "audit_event"("correlation_id");

-- CreateIndex
CREATE INDEX "audit_event_object_type_object_id_idx" ON "audit_event"("object_type", "object_id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at" DESC);

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "destination" ADD CONSTRAINT "destination_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "fivetran_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "fivetran_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_destination_id_fkey" FOREIGN KEY ("destination_id") REFERENCES "destination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync" ADD CONSTRAINT "sync_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "fivetran_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_table" ADD CONSTRAINT "snapshot_table_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_set" ADD CONSTRAINT "change_set_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_change" ADD CONSTRAINT "proposal_change_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_change" ADD CONSTRAINT "proposal_change_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_revision" ADD CONSTRAINT "proposal_revision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_comment" ADD CONSTRAINT "proposal_comment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apply_run" ADD CONSTRAINT "apply_run_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apply_run" ADD CONSTRAINT "apply_run_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apply_step" ADD CONSTRAINT "apply_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "apply_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification" ADD CONSTRAINT "verification_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "apply_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;


