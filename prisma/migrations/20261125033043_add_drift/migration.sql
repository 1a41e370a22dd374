-- CreateEnum
CREATE TYPE "IncidentState" AS ENUM ('open', 'acknowledged', 'closed');

-- CreateTable
CREATE TABLE "drift_baseline" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" JSONB NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "proposal_id" UUID,

    CONSTRAINT "drift_baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drift_run" (
    "id" UUID NOT NULL,
    "profile_run_id" UUID NOT NULL,
    "baseline_id" UUID NOT NULL,
    "reference_run_id" UUID,
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "row_count" JSONB NOT NULL,

    CONSTRAINT "drift_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_drift" (
    "drift_run_id" UUID NOT NULL,
    "column" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "psi" DOUBLE PRECISION,
    "distance" DOUBLE PRECISION,
    "detail" JSONB NOT NULL,

    CONSTRAINT "column_drift_pkey" PRIMARY KEY ("drift_run_id","column")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "connection_id" UUID NOT NULL,
    "state" "IncidentState" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "closed_reason" TEXT,
    "suspects" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_finding" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "column" TEXT NOT NULL DEFAULT '',
    "score" DOUBLE PRECISION NOT NULL,
    "why" TEXT NOT NULL,
    "synced_at" TIMESTAMPTZ(6),
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "drift_run_id" UUID,

    CONSTRAINT "incident_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retraining_hook" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "key_secret_id" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "score_min" DOUBLE PRECISION NOT NULL,
    "columns_min" INTEGER NOT NULL,
    "cool_down_minutes" INTEGER NOT NULL,
    "tested_at" TIMESTAMPTZ(3),
    "test_detail" TEXT,

    CONSTRAINT "retraining_hook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retraining_call" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "retraining_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "drift_baseline_connection_id_schema_table_version_key" ON "drift_baseline"("connection_id", "schema", "table", "version");

-- CreateIndex
CREATE INDEX "drift_run_connection_id_schema_table_measured_at_idx" ON "drift_run"("connection_id", "schema", "table", "measured_at" DESC);

-- CreateIndex
CREATE INDEX "drift_run_measured_at_idx" ON "drift_run"("measured_at");

-- CreateIndex
CREATE UNIQUE INDEX "drift_run_profile_run_id_baseline_id_key" ON "drift_run"("profile_run_id", "baseline_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_state_opened_at_idx" ON "incident"("state", "opened_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "incident_finding_incident_id_schema_table_kind_column_key" ON "incident_finding"("incident_id", "schema", "table", "kind", "column");

-- CreateIndex
CREATE UNIQUE INDEX "retraining_call_incident_id_key" ON "retraining_call"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "retraining_call_key_key" ON "retraining_call"("key");

-- AddForeignKey
ALTER TABLE "drift_baseline" ADD CONSTRAINT "drift_baseline_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift_run" ADD CONSTRAINT "drift_run_profile_run_id_fkey" FOREIGN KEY ("profile_run_id") REFERENCES "profile_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drift_run" ADD CONSTRAINT "drift_run_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "drift_baseline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_drift" ADD CONSTRAINT "column_drift_drift_run_id_fkey" FOREIGN KEY ("drift_run_id") REFERENCES "drift_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_finding" ADD CONSTRAINT "incident_finding_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_finding" ADD CONSTRAINT "incident_finding_drift_run_id_fkey" FOREIGN KEY ("drift_run_id") REFERENCES "drift_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retraining_call" ADD CONSTRAINT "retraining_call_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---- what a baseline and a finding promise ------------------------------------

ALTER TABLE drift_run ADD CONSTRAINT drift_run_state CHECK (state IN ('judged', 'learning'));
ALTER TABLE column_drift ADD CONSTRAINT column_drift_verdict CHECK (verdict IN ('drift', 'stable', 'cannot-tell'));
ALTER TABLE incident_finding ADD CONSTRAINT incident_finding_kind CHECK (kind IN ('column', 'row-count', 'freshness') AND (kind = 'column') = ("column" <> ''));
ALTER TABLE retraining_hook ADD CONSTRAINT retraining_hook_one CHECK (id = 'hook');
ALTER TABLE retraining_call ADD CONSTRAINT retraining_call_state CHECK (state IN ('waiting', 'sent', 'failed'));

-- A baseline moves by a version more, never by an edit.
CREATE FUNCTION refuse_baseline_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a baseline is never edited';
END $$;
CREATE TRIGGER drift_baseline_is_final BEFORE UPDATE ON drift_baseline FOR EACH ROW EXECUTE FUNCTION refuse_baseline_edit();
