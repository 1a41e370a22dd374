-- A planned connection has no id of the service until its create step is committed, and nothing that only a reading gives.
ALTER TABLE "connection" ALTER COLUMN "external_id" DROP NOT NULL;
ALTER TABLE "connection" ADD CONSTRAINT "connection_planned_is_unread"
  CHECK ("external_id" IS NOT NULL OR ("latest_snapshot_id" IS NULL AND "baseline" IS NULL));
