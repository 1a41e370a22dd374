-- AlterTable
ALTER TABLE "fivetran_account" ADD COLUMN     "requests_per_hour_max" INTEGER NOT NULL DEFAULT 5000,
ADD COLUMN     "source_per_hour_max" INTEGER NOT NULL DEFAULT 5000,
ADD COLUMN     "source_per_minute_max" INTEGER NOT NULL DEFAULT 500,
ADD COLUMN     "webhook_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "webhook_registered" INTEGER,
ADD COLUMN     "write_api_secret_id" UUID,
ADD COLUMN     "write_key_hint" TEXT,
ADD COLUMN     "write_key_secret_id" UUID;

-- CreateTable
CREATE TABLE "call_budget" (
    "account_id" UUID NOT NULL,
    "request_tokens" DOUBLE PRECISION NOT NULL,
    "source_hour_tokens" DOUBLE PRECISION NOT NULL,
    "source_minute_tokens" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "open_reason" TEXT,

    CONSTRAINT "call_budget_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "source_reading" (
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "columns" JSONB,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_reading_pkey" PRIMARY KEY ("connection_id","schema","table")
);

-- AddForeignKey
ALTER TABLE "call_budget" ADD CONSTRAINT "call_budget_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "fivetran_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_reading" ADD CONSTRAINT "source_reading_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
