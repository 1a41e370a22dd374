-- CreateTable
CREATE TABLE "notice_channel" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "key_secret_id" UUID,
    "key_hint" TEXT,
    "key_set_at" TIMESTAMPTZ(3),
    "key_set_by" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "state" "AccountState" NOT NULL DEFAULT 'untested',
    "state_detail" TEXT,
    "state_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_thread" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT,
    "link" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "notice_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_cause" (
    "thread_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_cause_pkey" PRIMARY KEY ("thread_id","proposal_id")
);

-- CreateTable
CREATE TABLE "notice_attempt" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "notice_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_thread_channel_id_key_idx" ON "notice_thread"("channel_id", "key");

-- CreateIndex
CREATE INDEX "notice_cause_proposal_id_idx" ON "notice_cause"("proposal_id");

-- CreateIndex
CREATE INDEX "notice_attempt_thread_id_at_idx" ON "notice_attempt"("thread_id", "at");

-- AddForeignKey
ALTER TABLE "notice_thread" ADD CONSTRAINT "notice_thread_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "notice_channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_cause" ADD CONSTRAINT "notice_cause_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "notice_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_cause" ADD CONSTRAINT "notice_cause_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_attempt" ADD CONSTRAINT "notice_attempt_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "notice_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---- the outbox ----------------------------------------------------------------

ALTER TABLE notice_channel ADD CONSTRAINT notice_channel_kind CHECK (kind IN ('webhook', 'slack', 'pagerduty', 'jira', 'servicenow'));

-- One thread a receiver and matter, until it is over.
CREATE UNIQUE INDEX notice_thread_one_live ON notice_thread (channel_id, key) WHERE ended_at IS NULL;
CREATE INDEX notice_thread_unsent ON notice_thread (retry_at) WHERE ended_at IS NULL AND wanted > sent;

-- Whatever moves a proposal, through whichever door, tells its threads in the same transaction.
CREATE FUNCTION tell_notice_threads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notice_thread t SET wanted = t.wanted + 1
  FROM notice_cause c
  WHERE c.thread_id = t.id AND c.proposal_id = NEW.id AND t.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_tells_notices AFTER UPDATE OF state, revision ON proposal
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.revision IS DISTINCT FROM NEW.revision)
  EXECUTE FUNCTION tell_notice_threads();
