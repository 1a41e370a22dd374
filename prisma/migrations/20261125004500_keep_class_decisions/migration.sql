-- AlterTable
ALTER TABLE "column_class" ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" TEXT,
ADD COLUMN     "fresh_class" TEXT,
ADD COLUMN     "fresh_evidence" JSONB,
ADD COLUMN     "recognised_class" TEXT,
ADD COLUMN     "recogniser_version" INTEGER;

-- What was judged so far was judged by the first rules, and nobody could decide otherwise.
UPDATE "column_class" SET "recognised_class" = "data_class", "recogniser_version" = 1;

ALTER TABLE "column_class"
  ADD CONSTRAINT column_class_decision_is_whole CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  ADD CONSTRAINT column_class_fresh_has_evidence CHECK (fresh_class IS NULL OR fresh_evidence IS NOT NULL);
