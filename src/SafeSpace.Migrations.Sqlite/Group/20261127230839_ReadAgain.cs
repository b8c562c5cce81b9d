using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class ReadAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_account_user_id",
                table: "person_account");

            migrationBuilder.AddColumn<DateTime>(
                name: "walled_at",
                table: "person_account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "mark",
                table: "pair_to_look",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reviewed_digest",
                table: "access_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_account_user_id",
                table: "person_account",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_account_walled_at",
                table: "person_account",
                column: "walled_at",
                filter: "walled_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_account_user_id",
                table: "person_account");

            migrationBuilder.DropIndex(
                name: "ix_person_account_walled_at",
                table: "person_account");

            migrationBuilder.DropColumn(
                name: "walled_at",
                table: "person_account");

            migrationBuilder.DropColumn(
                name: "mark",
                table: "pair_to_look");

            migrationBuilder.DropColumn(
                name: "reviewed_digest",
                table: "access_request");

            migrationBuilder.CreateIndex(
                name: "ix_person_account_user_id",
                table: "person_account",
                column: "user_id",
                unique: true,
                filter: "until IS NULL");
        }
    }
}
