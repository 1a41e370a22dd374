-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "snooze_wake" TEXT,
ADD COLUMN     "snoozed_at" TIMESTAMPTZ(3),
ADD COLUMN     "snoozed_by" TEXT;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "on_behalf_of_id" UUID;

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_exclusion" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "connection_id" UUID,
    "schema" TEXT,
    "table" TEXT,
    "column" TEXT,
    "pattern" TEXT,
    "action_kinds" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposal_number" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "draft_exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exclusion_hit" (
    "exclusion_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exclusion_hit_pkey" PRIMARY KEY ("exclusion_id","change_id")
);

-- CreateTable
CREATE TABLE "review_batch" (
    "id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "members" JSONB NOT NULL,
    "outcomes" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "second_by_id" UUID,
    "second_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_sample" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "members_hash" TEXT NOT NULL,
    "drawn" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_sample_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_proposal_id_idx" ON "delegation"("proposal_id");

-- CreateIndex
CREATE INDEX "absence_user_id_ends_at_idx" ON "absence"("user_id", "ends_at");

-- CreateIndex
CREATE INDEX "draft_exclusion_service_lifted_at_idx" ON "draft_exclusion"("service", "lifted_at");

-- CreateIndex
CREATE INDEX "review_batch_decided_at_created_at_idx" ON "review_batch"("decided_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_sample_user_id_members_hash_key" ON "review_sample"("user_id", "members_hash");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion_hit" ADD CONSTRAINT "exclusion_hit_exclusion_id_fkey" FOREIGN KEY ("exclusion_id") REFERENCES "draft_exclusion"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---- closed lists ------------------------------------------------------------

ALTER TABLE proposal ADD CONSTRAINT proposal_snooze_wake CHECK (snooze_wake IN ('time', 'sync', 'change')),
  ADD CONSTRAINT proposal_snooze_whole CHECK ((snooze_wake IS NULL) = (snoozed_at IS NULL) AND (snoozed_until IS NOT NULL) = coalesce(snooze_wake = 'time', false));
ALTER TABLE review_batch ADD CONSTRAINT review_batch_decision CHECK (decision IN ('approve', 'reject')),
  ADD CONSTRAINT review_batch_other_person CHECK (second_by_id IS DISTINCT FROM created_by_id);
ALTER TABLE delegation ADD CONSTRAINT delegation_to_another CHECK (from_id <> to_id);
ALTER TABLE absence ADD CONSTRAINT absence_to_another CHECK (user_id <> delegate_id),
  ADD CONSTRAINT absence_forward CHECK (ends_at > starts_at);
-- At most one open handing-over of a proposal.
CREATE UNIQUE INDEX delegation_open ON delegation (proposal_id) WHERE ended_at IS NULL;

-- ---- four eyes, completed ------------------------------------------------------

-- Everybody who had a hand in a proposal: its author, whoever edited any revision, and whoever asked for the model's answer that a revision was made of.
CREATE FUNCTION wrote_part_of(of_proposal uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM proposal p WHERE p.id = of_proposal AND p.author_user_id = person)
    OR EXISTS (SELECT FROM proposal_revision r WHERE r.proposal_id = of_proposal AND r.editor_user_id = person)
    OR EXISTS (SELECT FROM proposal_revision r JOIN model_call c ON c.id::text = r.drafting -> 'model' ->> 'callId'
               WHERE r.proposal_id = of_proposal AND c.requested_by_id = person)
$$;

CREATE OR REPLACE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reviewer app_user%ROWTYPE;
  decided proposal%ROWTYPE;
  planned proposal_revision%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.proposal_id, NEW.user_id, NEW.decision, NEW.reason, NEW.on_behalf_of_id, NEW.plan_hash, NEW.before_hash,
        NEW.policy_version, NEW.expires_at, NEW.created_at)
       IS DISTINCT FROM
       (OLD.id, OLD.proposal_id, OLD.user_id, OLD.decision, OLD.reason, OLD.on_behalf_of_id, OLD.plan_hash, OLD.before_hash,
        OLD.policy_version, OLD.expires_at, OLD.created_at) THEN
      RAISE EXCEPTION 'A review is what its author said then: it can be voided or used, not changed.';
    END IF;
    IF (OLD.voided_at IS NOT NULL AND NEW.voided_at IS NULL) OR (OLD.used_at IS NOT NULL AND NEW.used_at IS NULL) THEN
      RAISE EXCEPTION 'An approval that was voided or used does not come back.';
    END IF;
    -- An identical re-plan keeps its approvals: they may follow to a revision that is the same in what was approved.
    IF NEW.revision <> OLD.revision AND NOT EXISTS (
      SELECT 1 FROM proposal_revision r
      WHERE r.proposal_id = NEW.proposal_id AND r.revision = NEW.revision
        AND r.plan_hash = NEW.plan_hash AND r.before_hash = NEW.before_hash) THEN
      RAISE EXCEPTION 'An approval follows only to a revision with the same plan and before-state.';
    END IF;
    -- Whoever was out of time is not helped by being marked as used: that mark is for an approval that counted.
    IF NEW.used_at IS NOT NULL AND OLD.used_at IS NULL AND (OLD.voided_at IS NOT NULL OR OLD.expires_at <= now()) THEN
      RAISE EXCEPTION 'An approval that was voided or is out of date is not used.';
    END IF;
    RETURN NEW;
  END IF;

  IF NEW.decision = 'approve' THEN
    SELECT * INTO reviewer FROM app_user WHERE id = NEW.user_id;
    IF reviewer.id IS NULL OR reviewer.disabled_at IS NOT NULL OR reviewer.role NOT IN ('steward', 'admin') THEN
      RAISE EXCEPTION 'This person may not approve: disabled, or neither a steward nor an admin.';
    END IF;
    -- Locked, so that neither an edit nor another decision comes between this look and the row.
    SELECT * INTO decided FROM proposal WHERE id = NEW.proposal_id FOR UPDATE;
    IF decided.author_user_id = NEW.user_id THEN
      RAISE EXCEPTION 'The author of a proposal may not approve it.';
    END IF;
    IF EXISTS (SELECT 1 FROM proposal_revision r
               WHERE r.proposal_id = NEW.proposal_id AND r.editor_user_id = NEW.user_id) THEN
      RAISE EXCEPTION 'Somebody who edited a proposal may not approve it.';
    END IF;
    IF wrote_part_of(NEW.proposal_id, NEW.user_id) THEN
      RAISE EXCEPTION 'Somebody who asked a model for a proposal may not approve it.';
    END IF;
    SELECT * INTO planned FROM proposal_revision r WHERE r.proposal_id = NEW.proposal_id AND r.revision = NEW.revision
      AND r.plan_hash = NEW.plan_hash AND r.before_hash = NEW.before_hash;
    IF planned.id IS NULL THEN
      RAISE EXCEPTION 'An approval is of a plan and before-state that its revision has.';
    END IF;
    IF decided.state <> 'in-review' OR decided.revision <> NEW.revision THEN
      RAISE EXCEPTION 'An approval is of the revision that is in review now.';
    END IF;
    IF NOT coalesce(planned.verdict -> 'roles' ? reviewer.role::text, false) OR planned.verdict ->> 'decision' = 'block' THEN
      RAISE EXCEPTION 'This person may not approve what its verdict gives to others or to nobody.';
    END IF;
    IF NEW.used_at IS NOT NULL OR NEW.voided_at IS NOT NULL OR NEW.expires_at IS NULL OR NEW.expires_at > now() + interval '91 days' THEN
      RAISE EXCEPTION 'An approval begins unused, and ends within 90 days.';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION count_valid_approvals(of_proposal uuid, of_revision int, of_plan_hash text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT v.user_id)::int
  FROM review v
  JOIN app_user u ON u.id = v.user_id
  JOIN proposal_revision r ON r.proposal_id = v.proposal_id AND r.revision = v.revision
  WHERE v.proposal_id = of_proposal AND v.revision = of_revision AND v.plan_hash = of_plan_hash
    AND v.decision = 'approve' AND v.voided_at IS NULL
    AND (v.used_at IS NOT NULL OR v.expires_at > now())
    AND u.disabled_at IS NULL AND r.verdict -> 'roles' ? u.role::text
    AND NOT wrote_part_of(v.proposal_id, v.user_id)
$$;
