"""A PostgreSQL database, row by row through the driver: no client program of the server's version is needed.

Tables are made by the migrations, so only rows and sequences are kept. Within one snapshot they agree, whoever writes meanwhile.
"""

import json
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from .manifest import Damaged

FOLDER = "database"
SCHEMA = "schema.json"


def dump(folder: Path) -> list[str]:
    """Write every table's rows and the sequences; returns the applied migrations as they are in the same snapshot."""
    target = folder / FOLDER
    target.mkdir(parents=True)
    with psycopg.connect(**_parameters()) as server:
        server.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        server.read_only = True
        with server.cursor() as cursor:
            tables = _tables(cursor)
            for table, columns in tables.items():
                with (target / f"{table}.copy").open("wb") as file, cursor.copy(_copy(table, columns, "TO STDOUT")) as rows:
                    for chunk in rows:
                        file.write(chunk)
            facts = {"tables": tables, "sequences": _sequences(cursor)}
            (target / SCHEMA).write_text(json.dumps(facts, indent=1))
            cursor.execute("SELECT app || '.' || name FROM django_migrations")
            return sorted(row[0] for row in cursor.fetchall())


def load(folder: Path, migrations: list[str]) -> None:
    """Bring the tables to the state of the backup and put its rows in place of theirs: all of them or none."""
    source = folder / FOLDER
    facts = json.loads((source / SCHEMA).read_text())
    if applied() != migrations:
        _make_tables(migrations)
    connection.close()
    with psycopg.connect(**_parameters()) as server, server.cursor() as cursor:
        tables = _tables(cursor)
        if tables != facts["tables"]:
            raise Damaged("this backup does not fit this release: its tables differ")
        names = sql.SQL(", ").join(sql.Identifier(table) for table in tables)
        cursor.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table, columns in tables.items():
            with (source / f"{table}.copy").open("rb") as file, cursor.copy(_copy(table, columns, "FROM STDIN")) as rows:
                while chunk := file.read(1 << 20):
                    rows.write(chunk)
        for name, value in facts["sequences"].items():
            cursor.execute("SELECT setval(%s::regclass, %s, true)", [name, value])


def applied() -> list[str]:
    """Return the migrations that the database has now, as 'app.name'."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def _make_tables(migrations: list[str]) -> None:
    """Make the tables anew, migrated to exactly these migrations: what this release has beyond them comes after the rows."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    wanted = {key for key in graph.nodes if ".".join(key) in set(migrations)}
    executor.migrate([key for key in wanted if not any(child.key in wanted for child in graph.node_map[key].children)])


def _parameters() -> dict[str, Any]:
    parameters = connection.get_connection_params()
    return {name: parameters[name] for name in ("dbname", "user", "password", "host", "port", "sslmode") if parameters.get(name)}


def _tables(cursor: psycopg.Cursor[Any]) -> dict[str, list[str]]:
    """Return the columns of each table that can be written, both in a steady order."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
        " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' ORDER BY table_name, column_name"
    )
    found: dict[str, list[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, []).append(column)
    return found


def _sequences(cursor: psycopg.Cursor[Any]) -> dict[str, int]:
    cursor.execute("SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL")
    return {str(name): int(value) for name, value in cursor.fetchall()}


def _copy(table: str, columns: list[str], direction: str) -> sql.Composed:
    names = sql.SQL(", ").join(sql.Identifier(column) for column in columns)
    return sql.SQL("COPY {} ({}) ").format(sql.Identifier(table), names) + sql.SQL(direction)
