-- CreateEnum
CREATE TYPE "ModelAdviceState" AS ENUM ('waiting', 'answered', 'failed');

-- AlterTable
ALTER TABLE "proposal_revision" ADD COLUMN     "drafting" JSONB;

-- CreateTable
CREATE TABLE "model_advice" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "connection_id" UUID,
    "state" "ModelAdviceState" NOT NULL DEFAULT 'waiting',
    "request" JSONB NOT NULL,
    "result" JSONB,
    "problem" TEXT,
    "model" TEXT,
    "prompt_version" TEXT,
    "call_id" UUID,
    "requested_by_id" UUID NOT NULL,
    "requested_by" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_advice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_eval_run" (
    "id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "contender" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "case_set_hash" TEXT NOT NULL,
    "cases" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,

    CONSTRAINT "model_eval_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_advice_subject_kind_created_at_idx" ON "model_advice"("subject", "kind", "created_at" DESC);

-- CreateIndex
CREATE INDEX "model_eval_run_task_model_prompt_version_finished_at_idx" ON "model_eval_run"("task", "model", "prompt_version", "finished_at" DESC);


-- Closed lists
ALTER TABLE "model_eval_run" ADD CONSTRAINT "model_eval_run_contender" CHECK ("contender" IN ('rules', 'model'));
