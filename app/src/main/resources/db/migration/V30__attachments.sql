-- Files handed in as evidence. Their bytes lie in the evidence directory under their SHA-256; rows with the same content share them.
CREATE TABLE attachment (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('image', 'document')),
    media_type      text NOT NULL,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    size_bytes      bigint NOT NULL CHECK (size_bytes > 0),
    sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    width           integer CHECK (width > 0),
    height          integer CHECK (height > 0),
    taken_latitude  double precision CHECK (taken_latitude BETWEEN -90 AND 90),
    taken_longitude double precision CHECK (taken_longitude BETWEEN -180 AND 180),
    taken_at        timestamptz,
    uploaded_by     bigint,
    created_at      timestamptz NOT NULL,
    -- Who may see it and use it for a step, and until when; what no step uses by then is swept.
    held_by         text,
    held_until      timestamptz,
    CHECK ((held_by IS NULL) = (held_until IS NULL)),
    CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL)),
    CHECK ((taken_latitude IS NULL) = (taken_longitude IS NULL))
);

CREATE INDEX attachment_held ON attachment (held_until) WHERE held_until IS NOT NULL;
CREATE INDEX attachment_content ON attachment (sha256);

-- Which steps carry it. A step that is carried over to merged matters carries its evidence along.
CREATE TABLE attachment_use (
    matter_id     bigint NOT NULL,
    step_seq      integer NOT NULL,
    attachment_id uuid NOT NULL REFERENCES attachment,
    position      integer NOT NULL,
    PRIMARY KEY (matter_id, step_seq, attachment_id)
);

CREATE INDEX attachment_use_attachment ON attachment_use (attachment_id);
