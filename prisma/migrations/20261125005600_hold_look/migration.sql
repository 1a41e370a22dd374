-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "look_by" TEXT,
ADD COLUMN     "look_until" TIMESTAMPTZ(3);
