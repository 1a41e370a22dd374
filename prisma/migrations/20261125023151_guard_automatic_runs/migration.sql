-- CreateTable
CREATE TABLE "automation_switch" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "stopped_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "automation_switch_pkey" PRIMARY KEY ("id")
);

-- ---- policies ----------------------------------------------------------------

-- A policy becomes an ordered list of rules. What the first shape said is said by rules with the same effect and the same ids.
UPDATE policy_version SET policy = jsonb_build_object(
  'rules',
    (CASE WHEN (policy ->> 'acceptSafeChanges')::boolean THEN jsonb_build_array(jsonb_build_object(
      'id', 'safe-change-accepted',
      'when', '{"authors":["rule"],"connectionIds":[],"services":[],"ownerIds":[],"changeKinds":[],"effects":["accept-changes"],"dataClasses":[],"risks":["low"],"objectsMin":null}'::jsonb,
      'outcome', '{"decision":"allow"}'::jsonb,
      'obligations', '[]'::jsonb)) ELSE '[]'::jsonb END)
    || (SELECT jsonb_agg(jsonb_build_object(
      'id', risk || '-risk-needs-review',
      'when', jsonb_build_object('authors', '[]'::jsonb, 'connectionIds', '[]'::jsonb, 'services', '[]'::jsonb, 'ownerIds', '[]'::jsonb,
        'changeKinds', '[]'::jsonb, 'effects', '[]'::jsonb, 'dataClasses', '[]'::jsonb, 'risks', jsonb_build_array(risk), 'objectsMin', NULL),
      'outcome', jsonb_build_object('decision', 'require-review', 'approvals', LEAST(9, (policy -> risk ->> 'approvals')::int), 'role', 'steward'),
      'obligations', '[]'::jsonb) ORDER BY ordinal)
      FROM unnest(ARRAY['high', 'medium', 'low']) WITH ORDINALITY AS listed (risk, ordinal)),
  'low', policy -> 'low', 'medium', policy -> 'medium', 'high', policy -> 'high',
  'approvalValidHours', policy -> 'approvalValidHours',
  'freezes', '[]'::jsonb,
  'automatic', '{"coolingMinutes":10,"perHourMax":10,"agreementMin":0.9,"casesMin":20}'::jsonb)
WHERE NOT policy ? 'rules';

CREATE FUNCTION refuse_policy_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A policy version never changes: a change is a new version.';
END $$;
CREATE TRIGGER policy_version_is_final BEFORE UPDATE OR DELETE ON policy_version
  FOR EACH ROW EXECUTE FUNCTION refuse_policy_change();

INSERT INTO automation_switch (id, changed_at, changed_by) VALUES (true, now(), 'Headgate');
ALTER TABLE automation_switch ADD CONSTRAINT automation_switch_one_row CHECK (id);
CREATE TRIGGER automation_switch_stays BEFORE DELETE OR TRUNCATE ON automation_switch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_policy_change();

-- ---- no run without ground ----------------------------------------------------

-- Approvals that count for exactly this revision and plan: of different people who may approve it, wrote none of it, and are neither voided nor out of
-- date. One that a run used was in time then. The same law as count-approvals.ts.
CREATE FUNCTION count_valid_approvals(of_proposal uuid, of_revision int, of_plan_hash text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT v.user_id)::int
  FROM review v
  JOIN app_user u ON u.id = v.user_id
  JOIN proposal p ON p.id = v.proposal_id
  JOIN proposal_revision r ON r.proposal_id = v.proposal_id AND r.revision = v.revision
  WHERE v.proposal_id = of_proposal AND v.revision = of_revision AND v.plan_hash = of_plan_hash
    AND v.decision = 'approve' AND v.voided_at IS NULL
    AND (v.used_at IS NOT NULL OR v.expires_at IS NULL OR v.expires_at > now())
    AND u.disabled_at IS NULL AND r.verdict -> 'roles' ? u.role::text
    AND p.author_user_id IS DISTINCT FROM v.user_id
    AND NOT EXISTS (SELECT FROM proposal_revision e WHERE e.proposal_id = v.proposal_id AND e.editor_user_id = v.user_id)
$$;

-- Why a run has no ground; null when it has. A run either has the people its verdict asks for, or was started by policy under a verdict that allows it,
-- on something a rule wrote, of less than high risk, while nobody stopped everything automatic.
CREATE FUNCTION refusal_of_run(run apply_run) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  p proposal%ROWTYPE;
  r proposal_revision%ROWTYPE;
  needed int;
  counted int;
BEGIN
  SELECT * INTO p FROM proposal WHERE id = run.proposal_id;
  SELECT * INTO r FROM proposal_revision WHERE proposal_id = run.proposal_id AND revision = run.revision;
  IF r.id IS NULL OR r.plan_hash <> run.plan_hash OR p.connection_id <> run.connection_id THEN
    RETURN 'A run executes the plan of a revision of its proposal.';
  END IF;
  IF run.started_by = 'policy' THEN
    IF r.verdict ->> 'decision' IS DISTINCT FROM 'allow' OR p.author_kind <> 'rule' OR r.risk = 'high' THEN
      RETURN 'Policy starts only what its verdict allows.';
    END IF;
    IF EXISTS (SELECT FROM automation_switch WHERE stopped_at IS NOT NULL) THEN
      RETURN 'Everything automatic is stopped.';
    END IF;
    RETURN NULL;
  END IF;
  needed := greatest(1, (r.verdict ->> 'approvalsNeeded')::int);
  counted := count_valid_approvals(run.proposal_id, run.revision, run.plan_hash);
  IF counted < needed OR r.verdict ->> 'decision' = 'block' THEN
    RETURN format('%s of %s approvals count.', counted, needed);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_apply_run() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.proposal_id, NEW.connection_id, NEW.revision, NEW.plan_hash, NEW.started_by)
       IS DISTINCT FROM (OLD.proposal_id, OLD.connection_id, OLD.revision, OLD.plan_hash, OLD.started_by) THEN
      RAISE EXCEPTION 'A run stays the run of what it was started for.';
    END IF;
    RETURN NEW;
  END IF;
  refusal := refusal_of_run(NEW);
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION 'This run has no ground: %', refusal;
  END IF;
  IF EXISTS (SELECT FROM proposal p WHERE p.id = NEW.proposal_id AND p.revision <> NEW.revision) THEN
    RAISE EXCEPTION 'This run has no ground: its proposal has a newer revision.';
  END IF;
  IF NEW.started_by = 'policy' AND NOT EXISTS (
    SELECT FROM proposal_revision r WHERE r.proposal_id = NEW.proposal_id AND r.revision = NEW.revision
      AND r.policy_version = (SELECT max(version) FROM policy_version)) THEN
    RAISE EXCEPTION 'This run has no ground: its verdict is of an older policy.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER apply_run_has_ground BEFORE INSERT OR UPDATE ON apply_run
  FOR EACH ROW EXECUTE FUNCTION guard_apply_run();

-- Nothing is sent before a step says so: there the ground is looked at once more, and what was approved is what is done.
CREATE FUNCTION guard_apply_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run apply_run%ROWTYPE;
  refusal text;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.step IS DISTINCT FROM OLD.step THEN
    RAISE EXCEPTION 'A step is done as it was approved.';
  END IF;
  IF NEW.state = 'intent' AND (TG_OP = 'INSERT' OR OLD.state <> 'intent') THEN
    SELECT * INTO run FROM apply_run WHERE id = NEW.run_id;
    refusal := refusal_of_run(run);
    IF refusal IS NOT NULL THEN
      RAISE EXCEPTION 'This step has no ground: %', refusal;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER apply_step_has_ground BEFORE INSERT OR UPDATE ON apply_step
  FOR EACH ROW EXECUTE FUNCTION guard_apply_step();
