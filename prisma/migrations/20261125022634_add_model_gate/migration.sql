-- CreateTable
CREATE TABLE "model_provider" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "api_version" TEXT,
    "key_secret_id" UUID,
    "key_hint" TEXT,
    "key_set_at" TIMESTAMPTZ(3),
    "key_set_by" TEXT,
    "residency_note" TEXT NOT NULL DEFAULT '',
    "timeout_seconds" INTEGER NOT NULL DEFAULT 60,
    "position" INTEGER NOT NULL DEFAULT 0,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "state" "AccountState" NOT NULL DEFAULT 'untested',
    "state_detail" TEXT,
    "state_at" TIMESTAMPTZ(3),
    "probes" JSONB NOT NULL DEFAULT '[]',
    "models_seen" JSONB NOT NULL DEFAULT '[]',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "open_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_price" (
    "provider_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "input_micros_per_million" BIGINT NOT NULL,
    "output_micros_per_million" BIGINT NOT NULL,
    "is_embedding" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "model_price_pkey" PRIMARY KEY ("provider_id","model")
);

-- CreateTable
CREATE TABLE "model_route" (
    "task" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "provider_id" UUID NOT NULL,
    "model" TEXT NOT NULL,

    CONSTRAINT "model_route_pkey" PRIMARY KEY ("task","position")
);

-- CreateTable
CREATE TABLE "model_task_setting" (
    "task" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "day_cap_micros" BIGINT,
    "month_cap_micros" BIGINT,

    CONSTRAINT "model_task_setting_pkey" PRIMARY KEY ("task")
);

-- CreateTable
CREATE TABLE "model_settings" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,
    "stop_reason" TEXT,
    "day_cap_micros" BIGINT NOT NULL DEFAULT 5000000,
    "month_cap_micros" BIGINT NOT NULL DEFAULT 50000000,
    "concurrency_max" INTEGER NOT NULL DEFAULT 5,
    "samples_allowed" BOOLEAN NOT NULL DEFAULT false,
    "retention_days" INTEGER NOT NULL DEFAULT 90,
    "keep_content" BOOLEAN NOT NULL DEFAULT true,
    "cache_hours" INTEGER NOT NULL DEFAULT 168,
    "export_kind" TEXT NOT NULL DEFAULT 'off',
    "export_endpoint" TEXT,
    "export_header_name" TEXT,
    "export_header_hint" TEXT,
    "export_secret_id" UUID,
    "export_with_content" BOOLEAN NOT NULL DEFAULT false,
    "export_state" "AccountState" NOT NULL DEFAULT 'untested',
    "export_state_detail" TEXT,
    "export_state_at" TIMESTAMPTZ(3),
    "export_since" TIMESTAMPTZ(3),

    CONSTRAINT "model_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_budget" (
    "scope" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "spent_micros" BIGINT NOT NULL DEFAULT 0,
    "reserved_micros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "model_budget_pkey" PRIMARY KEY ("scope","period")
);

-- CreateTable
CREATE TABLE "model_call" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ask_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 1,
    "task" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "provider_id" UUID,
    "provider_name" TEXT,
    "model" TEXT,
    "outcome" TEXT NOT NULL,
    "problem" TEXT,
    "cached" BOOLEAN NOT NULL DEFAULT false,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cost_micros" BIGINT NOT NULL DEFAULT 0,
    "reserved_micros" BIGINT NOT NULL DEFAULT 0,
    "budget_keys" JSONB NOT NULL DEFAULT '[]',
    "input_price" BIGINT,
    "output_price" BIGINT,
    "charge_note" TEXT,
    "took_ms" INTEGER,
    "retries" INTEGER NOT NULL DEFAULT 0,
    "served_by" TEXT,
    "requested_by_kind" TEXT NOT NULL,
    "requested_by_id" UUID,
    "requested_by" TEXT NOT NULL,
    "connection_id" UUID,
    "proposal_id" UUID,
    "correlation_id" TEXT NOT NULL,
    "work_key" TEXT,
    "prompt_hash" TEXT NOT NULL,
    "input" JSONB,
    "output" TEXT,
    "material" JSONB,
    "masked" JSONB NOT NULL DEFAULT '[]',
    "replay_of" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "exported_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_reply_cache" (
    "key" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "call_id" UUID NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_reply_cache_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "model_sample_consent" (
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_sample_consent_pkey" PRIMARY KEY ("connection_id","schema","table","column")
);

-- CreateTable
CREATE TABLE "model_preview" (
    "id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "requested_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'under-way',
    "problem" TEXT,
    "provider" TEXT,
    "model" TEXT,
    "address" TEXT,
    "body" TEXT,
    "input_tokens" INTEGER,
    "worst_micros" BIGINT,
    "masked" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "model_preview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_call_at_id_idx" ON "model_call"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "model_call_task_at_idx" ON "model_call"("task", "at" DESC);

-- CreateIndex
CREATE INDEX "model_call_proposal_id_idx" ON "model_call"("proposal_id");

-- CreateIndex
CREATE INDEX "model_call_work_key_idx" ON "model_call"("work_key");

-- CreateIndex
CREATE INDEX "model_call_ask_id_idx" ON "model_call"("ask_id");

-- CreateIndex
CREATE INDEX "model_call_replay_of_idx" ON "model_call"("replay_of");

-- CreateIndex
CREATE INDEX "model_call_outcome_lease_until_idx" ON "model_call"("outcome", "lease_until");

-- CreateIndex
CREATE INDEX "model_reply_cache_stored_at_idx" ON "model_reply_cache"("stored_at");

-- CreateIndex
CREATE INDEX "model_preview_created_at_idx" ON "model_preview"("created_at");

-- AddForeignKey
ALTER TABLE "model_price" ADD CONSTRAINT "model_price_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "model_provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_route" ADD CONSTRAINT "model_route_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "model_provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What must hold whoever writes.
INSERT INTO model_settings (id) VALUES (true);
ALTER TABLE model_settings
  ADD CONSTRAINT model_settings_one_row CHECK (id),
  ADD CONSTRAINT model_settings_caps CHECK (day_cap_micros >= 0 AND month_cap_micros >= 0),
  ADD CONSTRAINT model_settings_export CHECK (export_kind IN ('off', 'otlp', 'langfuse'));
ALTER TABLE model_provider ADD CONSTRAINT model_provider_kind CHECK (kind IN ('openai', 'azure'));
ALTER TABLE model_price ADD CONSTRAINT model_price_sign CHECK (input_micros_per_million >= 0 AND output_micros_per_million >= 0);
ALTER TABLE model_budget ADD CONSTRAINT model_budget_sign CHECK (spent_micros >= 0 AND reserved_micros >= 0);
ALTER TABLE model_call
  ADD CONSTRAINT model_call_cost CHECK (cost_micros >= 0 AND reserved_micros >= 0),
  ADD CONSTRAINT model_call_outcome CHECK (outcome IN (
    'in-flight', 'answered', 'invalid', 'declined', 'cut-off', 'empty', 'rate-limited', 'spend-limit', 'overloaded',
    'credentials-refused', 'model-gone', 'unreachable', 'timed-out', 'address-refused', 'failed', 'stopped',
    'abandoned', 'budget', 'no-price', 'too-large', 'busy')),
  ADD CONSTRAINT model_call_lease CHECK (outcome <> 'in-flight' OR lease_until IS NOT NULL);
ALTER TABLE model_preview ADD CONSTRAINT model_preview_state CHECK (state IN ('under-way', 'ready', 'refused'));
