-- What must hold whoever writes: the audit chain, four eyes, revisions that never change, and closed lists of states.

-- ---- audit chain -------------------------------------------------------------

-- The canonical form of an event is its twelve fields in the order of append_audit below, each written as the number
-- of its UTF-8 bytes, a colon and its text, or as a lone '-' when it is null, joined by line feeds. Lengths make the
-- form unambiguous: no text can pretend to be two fields.
--   seq     decimal digits
--   at      UTC, YYYY-MM-DDTHH24:MI:SS.US and Z, always six decimals
--   detail  PostgreSQL's text of the jsonb value
--   others  as stored
-- The hash of an event is the lower-case hex of SHA-256 over the hash before it, a line feed and the canonical form.
-- The first event's hash before it is 64 zeros. A verifier outside the database: lib/platform/audit/hash-audit-event.ts.

CREATE FUNCTION audit_field(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(convert_to(value, 'UTF8'))::text || ':' || value END $$;

INSERT INTO audit_head (id, seq, hash) VALUES (true, 0, repeat('0', 64));
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one_row CHECK (id);

-- Runs as its owner, so that the application's role needs no right to write the tables themselves.
CREATE FUNCTION append_audit(events jsonb) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  head audit_head%ROWTYPE;
  event jsonb;
  happened timestamptz(6);
  next_hash text;
BEGIN
  -- One writer at a time from here to its commit: a chain has one end.
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  FOR event IN SELECT value FROM jsonb_array_elements(events) LOOP
    head.seq := head.seq + 1;
    happened := clock_timestamp();
    next_hash := encode(sha256(convert_to(
      head.hash || E'\n' || concat_ws(E'\n',
        audit_field(head.seq::text),
        audit_field(to_char(happened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        audit_field(event ->> 'actor_kind'),
        audit_field(event ->> 'actor_id'),
        audit_field(event ->> 'actor_name'),
        audit_field(event ->> 'action'),
        audit_field(event ->> 'object_type'),
        audit_field(event ->> 'object_id'),
        audit_field(event ->> 'object_label'),
        audit_field((event -> 'detail')::text),
        audit_field(event ->> 'channel'),
        audit_field(event ->> 'correlation_id')),
      'UTF8')), 'hex');
    INSERT INTO audit_event (seq, at, actor_kind, actor_id, actor_name, action, object_type, object_id, object_label,
                             detail, channel, correlation_id, prev_hash, hash)
    VALUES (head.seq, happened, event ->> 'actor_kind', event ->> 'actor_id', event ->> 'actor_name',
            event ->> 'action', event ->> 'object_type', event ->> 'object_id', event ->> 'object_label',
            event -> 'detail', event ->> 'channel', event ->> 'correlation_id', head.hash, next_hash);
    head.hash := next_hash;
  END LOOP;
  UPDATE audit_head SET seq = head.seq, hash = head.hash;
  RETURN head.seq;
END $$;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only ever appended to: % of % is refused.', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_event_is_final BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_stays BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

ALTER TABLE audit_event
  ADD CONSTRAINT audit_event_actor_kind CHECK (actor_kind IN ('user', 'system')),
  ADD CONSTRAINT audit_event_user_has_id CHECK (actor_kind <> 'user' OR actor_id IS NOT NULL);

-- ---- four eyes ---------------------------------------------------------------

CREATE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reviewer app_user%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.proposal_id, NEW.user_id, NEW.decision, NEW.reason, NEW.plan_hash, NEW.before_hash,
        NEW.policy_version, NEW.expires_at, NEW.created_at)
       IS DISTINCT FROM
       (OLD.id, OLD.proposal_id, OLD.user_id, OLD.decision, OLD.reason, OLD.plan_hash, OLD.before_hash,
        OLD.policy_version, OLD.expires_at, OLD.created_at) THEN
      RAISE EXCEPTION 'A review is what its author said then: it can be voided or used, not changed.';
    END IF;
    IF (OLD.voided_at IS NOT NULL AND NEW.voided_at IS NULL) OR (OLD.used_at IS NOT NULL AND NEW.used_at IS NULL) THEN
      RAISE EXCEPTION 'An approval that was voided or used does not come back.';
    END IF;
    -- An identical re-plan keeps its approvals: they may follow to a revision that is the same in what was approved.
    IF NEW.revision <> OLD.revision AND NOT EXISTS (
      SELECT 1 FROM proposal_revision r
      WHERE r.proposal_id = NEW.proposal_id AND r.revision = NEW.revision
        AND r.plan_hash = NEW.plan_hash AND r.before_hash = NEW.before_hash) THEN
      RAISE EXCEPTION 'An approval follows only to a revision with the same plan and before-state.';
    END IF;
    RETURN NEW;
  END IF;

  IF NEW.decision = 'approve' THEN
    SELECT * INTO reviewer FROM app_user WHERE id = NEW.user_id;
    IF reviewer.disabled_at IS NOT NULL OR reviewer.role = 'viewer' THEN
      RAISE EXCEPTION 'This person may not approve: disabled, or a viewer.';
    END IF;
    IF EXISTS (SELECT 1 FROM proposal p WHERE p.id = NEW.proposal_id AND p.author_user_id = NEW.user_id) THEN
      RAISE EXCEPTION 'The author of a proposal may not approve it.';
    END IF;
    IF EXISTS (SELECT 1 FROM proposal_revision r
               WHERE r.proposal_id = NEW.proposal_id AND r.editor_user_id = NEW.user_id) THEN
      RAISE EXCEPTION 'Somebody who edited a proposal may not approve it.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM proposal_revision r
                   WHERE r.proposal_id = NEW.proposal_id AND r.revision = NEW.revision
                     AND r.plan_hash = NEW.plan_hash AND r.before_hash = NEW.before_hash) THEN
      RAISE EXCEPTION 'An approval is of a plan and before-state that its revision has.';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER review_is_guarded BEFORE INSERT OR UPDATE ON review
  FOR EACH ROW EXECUTE FUNCTION guard_review();

CREATE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'A revision never changes: an edit is a new revision.';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER proposal_revision_is_final BEFORE UPDATE ON proposal_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();

-- ---- closed lists ------------------------------------------------------------

ALTER TABLE change
  ADD CONSTRAINT change_origin CHECK (origin IN ('source', 'outside')),
  ADD CONSTRAINT change_severity CHECK (severity IN ('breaking', 'dangerous', 'safe'));
ALTER TABLE review
  ADD CONSTRAINT review_decision CHECK (decision IN ('approve', 'reject', 'request-changes'));
ALTER TABLE apply_step
  ADD CONSTRAINT apply_step_state CHECK (state IN
    ('waits', 'intent', 'looked', 'called', 'read-back', 'done', 'already-so', 'changed-elsewhere', 'failed'));
ALTER TABLE webhook_delivery
  ADD CONSTRAINT webhook_delivery_outcome CHECK (outcome IN ('kept', 'refused'));
ALTER TABLE proposal
  ADD CONSTRAINT proposal_author_kind CHECK (author_kind IN ('rule', 'model', 'person'));
ALTER TABLE sealed_secret
  ADD CONSTRAINT sealed_secret_purpose CHECK (purpose <> '');
