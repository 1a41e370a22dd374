-- CreateEnum
CREATE TYPE "ProfileRunState" AS ENUM ('planned', 'running', 'measured', 'refused');

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "profiles_tables" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "profile_run" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "destination_schema" TEXT NOT NULL,
    "destination_table" TEXT NOT NULL,
    "state" "ProfileRunState" NOT NULL DEFAULT 'planned',
    "priority" INTEGER NOT NULL,
    "synced_at" TIMESTAMPTZ(6),
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "step" TEXT,
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "steps_planned" INTEGER NOT NULL DEFAULT 0,
    "rows" BIGINT,
    "profile" JSONB,
    "refusal" TEXT,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "profile_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_profile" (
    "run_id" UUID NOT NULL,
    "column" TEXT NOT NULL,
    "profile" JSONB NOT NULL,

    CONSTRAINT "column_profile_pkey" PRIMARY KEY ("run_id","column")
);

-- CreateIndex
CREATE INDEX "profile_run_connection_id_schema_table_planned_at_idx" ON "profile_run"("connection_id", "schema", "table", "planned_at" DESC);

-- CreateIndex
CREATE INDEX "profile_run_connection_id_state_priority_idx" ON "profile_run"("connection_id", "state", "priority");

-- AddForeignKey
ALTER TABLE "profile_run" ADD CONSTRAINT "profile_run_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_profile" ADD CONSTRAINT "column_profile_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "profile_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
