"""The pair pipeline as SQL: plain joins, windows and aggregates, the same text for DuckDB and Spark.

An institution belongs to the part of its county (the six digits after the H or P of its code), unless
many of its patients come from elsewhere: then it is a part of its own. Pairs are counted within parts;
only of persons who are seen in several parts are counts below the threshold kept and added up.
"""

#: Share of an institution's patients from other parts that makes it a part of its own.
CROSSING = 0.2

EVENTS = "SELECT DISTINCT psn_no, unit, cell_key, CAST(day AS BIGINT) AS day FROM ({meeting})"

# Where most of a person's appearances are is his home; ties go to the lower code.
HOMES = """
    SELECT psn_no, county FROM (
        SELECT psn_no, county, row_number() OVER (
            PARTITION BY psn_no ORDER BY n DESC, county) AS place
        FROM (SELECT psn_no, substr(unit, 2, 6) AS county, count(*) AS n FROM {events}
              GROUP BY psn_no, substr(unit, 2, 6)) AS counted) AS ranked
    WHERE place = 1
"""
PARTS = """
    SELECT v.unit, CASE WHEN avg(CASE WHEN h.county = substr(v.unit, 2, 6) THEN 0.0 ELSE 1.0 END)
                             > {crossing} THEN v.unit ELSE max(substr(v.unit, 2, 6)) END AS part
    FROM (SELECT DISTINCT psn_no, unit FROM {events}) AS v JOIN {homes} AS h ON h.psn_no = v.psn_no
    GROUP BY v.unit
"""
# Persons exchanged within place (and weekday): who was there stays, on which day chance decides. The
# digest orders rows alike in every engine.
EXCHANGED = """
    SELECT DISTINCT p.psn_no, c.unit, c.cell_key, c.day
    FROM (SELECT unit, cell_key, day, {weekday} AS weekday, row_number() OVER (
              PARTITION BY unit, {weekday} ORDER BY psn_no, cell_key) AS place FROM {events}) AS c
    JOIN (SELECT psn_no, unit, {weekday} AS weekday, row_number() OVER (
              PARTITION BY unit, {weekday}
              ORDER BY md5(concat('{seed}', '|', psn_no, '|', cell_key))) AS place FROM {events}) AS p
      ON p.unit = c.unit AND p.weekday = c.weekday AND p.place = c.place
"""
# Twice: persons with too few cells and cells with one person make no pair.
BUSY = """
    SELECT e.psn_no, e.unit, e.cell_key FROM {source} AS e
    JOIN (SELECT psn_no FROM {source} GROUP BY psn_no HAVING count(*) >= {joint}) AS p
      ON p.psn_no = e.psn_no
"""
SHARED = """
    SELECT e.psn_no, e.unit, e.cell_key FROM {source} AS e
    JOIN (SELECT unit, cell_key FROM {source} GROUP BY unit, cell_key HAVING count(*) >= 2) AS c
      ON c.unit = e.unit AND c.cell_key = e.cell_key
"""
PAIRS = """
    WITH placed AS (
        SELECT e.psn_no, e.unit, e.cell_key, t.part FROM {cells} AS e
        JOIN {parts} AS t ON t.unit = e.unit
    ), abroad AS (
        SELECT psn_no FROM placed GROUP BY psn_no HAVING count(DISTINCT part) > 1
    ), inside AS (
        SELECT a.part, a.psn_no AS a, b.psn_no AS b, count(*) AS n
        FROM placed AS a JOIN placed AS b
          ON a.part = b.part AND a.unit = b.unit AND a.cell_key = b.cell_key AND a.psn_no < b.psn_no
        GROUP BY a.part, a.psn_no, b.psn_no
    ), kept AS (
        SELECT i.a, i.b, i.n FROM inside AS i
        LEFT JOIN abroad AS x ON x.psn_no = i.a
        LEFT JOIN abroad AS y ON y.psn_no = i.b
        WHERE i.n >= {joint} OR (x.psn_no IS NOT NULL AND y.psn_no IS NOT NULL)
    )
    SELECT a, b, sum(n) AS seen FROM kept GROUP BY a, b HAVING sum(n) >= {joint}
"""
# λ₁: visits spread as the place's days are, a day's share capped at four average days.
DAILY = """
    SELECT unit, sum(share * share) AS weight FROM (
        SELECT c.unit, least(CAST(c.crowd AS DOUBLE) / t.total,
                             4.0 / greatest(t.active, 120)) AS share
        FROM (SELECT unit, cell_key, count(*) AS crowd FROM {events} GROUP BY unit, cell_key) AS c
        JOIN (SELECT unit, count(*) AS total, count(DISTINCT cell_key) AS active FROM {events}
              GROUP BY unit) AS t ON t.unit = c.unit) AS shares
    GROUP BY unit
"""
# λ₂: visits spread over the weekdays that each person keeps.
EXPECTED = """
    WITH people AS (SELECT a AS psn_no FROM {pairs} UNION SELECT b FROM {pairs}),
    weeks AS (SELECT greatest(1.0, (max(day) - min(day) + 1) / 7.0) AS n FROM {events}),
    own AS (SELECT e.psn_no, e.unit, (e.day + 3) % 7 AS weekday, count(*) AS n FROM {events} AS e
            JOIN people AS p ON p.psn_no = e.psn_no
            GROUP BY e.psn_no, e.unit, (e.day + 3) % 7),
    totals AS (SELECT psn_no, unit, sum(n) AS n FROM own GROUP BY psn_no, unit),
    spread AS (SELECT p.a, p.b, sum(x.n * y.n * d.weight) AS mass FROM {pairs} AS p
              JOIN totals AS x ON x.psn_no = p.a JOIN totals AS y ON y.psn_no = p.b AND y.unit = x.unit
              JOIN {daily} AS d ON d.unit = x.unit GROUP BY p.a, p.b),
    weekly AS (SELECT p.a, p.b, sum(x.n * y.n) AS mass FROM {pairs} AS p
               JOIN own AS x ON x.psn_no = p.a
               JOIN own AS y ON y.psn_no = p.b AND y.unit = x.unit AND y.weekday = x.weekday
               GROUP BY p.a, p.b)
    SELECT p.a, p.b, CAST(p.seen AS BIGINT) AS seen,
           greatest(coalesce(f.mass, 0.0), coalesce(s.mass, 0) / w.n) AS expected
    FROM {pairs} AS p CROSS JOIN weeks AS w
    LEFT JOIN spread AS f ON f.a = p.a AND f.b = p.b
    LEFT JOIN weekly AS s ON s.a = p.a AND s.b = p.b
    ORDER BY p.a, p.b
"""
# What groups are scored with: the paired persons' cells, with everybody's crowds beside them.
REDUCED = """
    SELECT e.psn_no, e.unit, e.cell_key, e.day, c.crowd, t.total
    FROM {events} AS e
    JOIN (SELECT a AS psn_no FROM {pairs} UNION SELECT b FROM {pairs}) AS p ON p.psn_no = e.psn_no
    JOIN (SELECT unit, cell_key, count(*) AS crowd FROM {events} GROUP BY unit, cell_key) AS c
      ON c.unit = e.unit AND c.cell_key = e.cell_key
    JOIN (SELECT unit, count(*) AS total FROM {events} GROUP BY unit) AS t ON t.unit = e.unit
    ORDER BY e.psn_no, e.unit, e.cell_key, e.day
"""
WHOLE = "SELECT count(DISTINCT psn_no) AS people, count(DISTINCT day) AS days FROM {events}"
