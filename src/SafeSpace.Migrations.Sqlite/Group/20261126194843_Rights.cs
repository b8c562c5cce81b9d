using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class Rights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "person",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "nameless_at",
                table: "person",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_request",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    @checked = table.Column<byte[]>(name: "checked", type: "BLOB", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    extended_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reviewed_up_to = table.Column<long>(type: "INTEGER", nullable: true),
                    reviewed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sent_how = table.Column<byte[]>(type: "BLOB", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_request", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_request_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "breach",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    known_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    risk = table.Column<string>(type: "TEXT", nullable: false),
                    authority_told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    authority_reference = table.Column<string>(type: "TEXT", nullable: true),
                    not_told_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    learned = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breach", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    use = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    how = table.Column<byte[]>(type: "BLOB", nullable: true),
                    noted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    noted_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    noted_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => x.id);
                    table.ForeignKey(
                        name: "FK_consent_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "destroyed_key",
                columns: table => new
                {
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destroyed_key", x => x.owner_id);
                });

            migrationBuilder.CreateTable(
                name: "emptied_operation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emptied_operation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erased_record",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    erasure_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    erased_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    how = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kept_longer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_longer", x => x.id);
                    table.ForeignKey(
                        name: "FK_kept_longer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_hold",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    set_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    set_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    set_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_hold", x => x.id);
                    table.ForeignKey(
                        name: "FK_legal_hold_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "privacy_settings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    names_peers = table.Column<bool>(type: "INTEGER", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_privacy_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_rule",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    agreed_by = table.Column<string>(type: "TEXT", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "blackout",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phrase = table.Column<byte[]>(type: "BLOB", nullable: true),
                    passage = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blackout", x => x.id);
                    table.ForeignKey(
                        name: "FK_blackout_access_request_request_id",
                        column: x => x.request_id,
                        principalTable: "access_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "breach_told",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    breach_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breach_told", x => x.id);
                    table.ForeignKey(
                        name: "FK_breach_told_breach_breach_id",
                        column: x => x.breach_id,
                        principalTable: "breach",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_request_person_id",
                table: "access_request",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_request_sent_on_due_on",
                table: "access_request",
                columns: new[] { "sent_on", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_blackout_person_id",
                table: "blackout",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_blackout_request_id",
                table: "blackout",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_breach_closed_at",
                table: "breach",
                column: "closed_at");

            migrationBuilder.CreateIndex(
                name: "ix_breach_number",
                table: "breach",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_breach_told_breach_id",
                table: "breach_told",
                column: "breach_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_person_id_use",
                table: "consent",
                columns: new[] { "person_id", "use" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_use_answer_ended_at",
                table: "consent",
                columns: new[] { "use", "answer", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_destroyed_key_at",
                table: "destroyed_key",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_emptied_operation_sequence",
                table: "emptied_operation",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_erased_record_erased_id",
                table: "erased_record",
                column: "erased_id");

            migrationBuilder.CreateIndex(
                name: "ix_erased_record_erasure_id",
                table: "erased_record",
                column: "erasure_id");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_finished_at",
                table: "erasure",
                column: "finished_at");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_number",
                table: "erasure",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_longer_person_id_until",
                table: "kept_longer",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_hold_person_id_ended_at",
                table: "legal_hold",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_rule_kind",
                table: "retention_rule",
                column: "kind",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blackout");

            migrationBuilder.DropTable(
                name: "breach_told");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "destroyed_key");

            migrationBuilder.DropTable(
                name: "emptied_operation");

            migrationBuilder.DropTable(
                name: "erased_record");

            migrationBuilder.DropTable(
                name: "erasure");

            migrationBuilder.DropTable(
                name: "kept_longer");

            migrationBuilder.DropTable(
                name: "legal_hold");

            migrationBuilder.DropTable(
                name: "privacy_settings");

            migrationBuilder.DropTable(
                name: "retention_rule");

            migrationBuilder.DropTable(
                name: "access_request");

            migrationBuilder.DropTable(
                name: "breach");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "nameless_at",
                table: "person");
        }
    }
}
