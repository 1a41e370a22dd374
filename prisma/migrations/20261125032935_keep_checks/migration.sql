-- CreateTable
CREATE TABLE "data_check" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "schema" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "promise" JSONB NOT NULL,
    "promise_key" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "runs" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" TEXT NOT NULL,
    "proposal_id" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "retired_by" TEXT,

    CONSTRAINT "data_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "synced_at" TIMESTAMPTZ(6),
    "outcome" TEXT NOT NULL,
    "rows" BIGINT,
    "failing" BIGINT,
    "found" TEXT NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "correlation_id" TEXT NOT NULL,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "data_check_connection_id_schema_table_promise_key_key" ON "data_check"("connection_id", "schema", "table", "promise_key");

-- CreateIndex
CREATE INDEX "check_result_check_id_at_idx" ON "check_result"("check_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "data_check" ADD CONSTRAINT "data_check_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "data_check"("id") ON DELETE CASCADE ON UPDATE CASCADE;


