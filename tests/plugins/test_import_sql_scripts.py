"""SQL as tools write it out: with storage, defaults added later, and keys that say which rows are one."""

from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, walked

SERVER = """
    USE [Shop]
    GO
    CREATE TABLE [dbo].[Customers](
    \t[CustomerID] [int] IDENTITY(1,1) NOT FOR REPLICATION NOT NULL,
    \t[FirstName] [nvarchar](40) NOT NULL,
    \t[LastName] [nvarchar](40) NOT NULL,
    \t[IsVip] [bit] NOT NULL,
    \t[Password] [nvarchar](80) NULL,
    \t[rowguid] [uniqueidentifier] ROWGUIDCOL NOT NULL,
     CONSTRAINT [PK_Customers] PRIMARY KEY CLUSTERED ([CustomerID] ASC)
     WITH (PAD_INDEX = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY]
    ) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
    GO
    CREATE TABLE [dbo].[Order Details]([OrderID] [int] NOT NULL, [ProductID] [int] NOT NULL,
     [UnitPrice] [money] NOT NULL,
     CONSTRAINT [PK_Order_Details] PRIMARY KEY CLUSTERED ([OrderID] ASC, [ProductID] ASC))
    GO
    CREATE TABLE [dbo].[Orders]([OrderID] [int] IDENTITY(1,1) PRIMARY KEY, [CustomerID] [int], [OrderDate] [datetime])
    GO
    CREATE TABLE [dbo].[Products]([ProductID] [int] IDENTITY(1,1) PRIMARY KEY, [ProductName] [nvarchar](40) NOT NULL)
    GO
    CREATE TABLE [dbo].[ProductTags]([ProductID] [int] NOT NULL, [TagID] [int] NOT NULL)
    GO
    CREATE TABLE [dbo].[Tags]([TagID] [int] IDENTITY(1,1) PRIMARY KEY, [Tag] [nvarchar](20) NOT NULL)
    GO
    ALTER TABLE [dbo].[Customers] ADD  CONSTRAINT [DF_Vip]  DEFAULT ((1)) FOR [IsVip]
    GO
    ALTER TABLE [dbo].[Orders] ADD  DEFAULT (getdate()) FOR [OrderDate]
    GO
    ALTER TABLE [dbo].[Order Details]  WITH NOCHECK ADD  CONSTRAINT [FK_O] FOREIGN KEY([OrderID])
    REFERENCES [dbo].[Orders] ([OrderID])
    GO
    ALTER TABLE [dbo].[Order Details] CHECK CONSTRAINT [FK_O]
    GO
    ALTER TABLE [dbo].[Order Details]  WITH CHECK ADD FOREIGN KEY([ProductID]) REFERENCES [dbo].[Products] ([ProductID])
    GO
    ALTER TABLE [dbo].[Orders]  WITH CHECK ADD FOREIGN KEY([CustomerID]) REFERENCES [dbo].[Customers] ([CustomerID])
    GO
"""
ORACLE = """
    CREATE TABLE "HR"."EMPLOYEES" (
      "EMPLOYEE_ID" NUMBER(6,0),
      "FIRST_NAME" VARCHAR2(20 BYTE),
      "LAST_NAME" VARCHAR2(25 CHAR) CONSTRAINT "NN" NOT NULL ENABLE,
      "SALARY" NUMBER(8,2),
      "ACTIVE" CHAR(1) DEFAULT 'Y',
      "HIRE_DATE" DATE DEFAULT SYSDATE NOT NULL ENABLE,
      "DEPARTMENT_ID" NUMBER(4,0),
       CONSTRAINT "MIN" CHECK (salary > 0) ENABLE,
       CONSTRAINT "PK" PRIMARY KEY ("EMPLOYEE_ID") USING INDEX PCTFREE 10 TABLESPACE "USERS"  ENABLE,
       CONSTRAINT "FK" FOREIGN KEY ("DEPARTMENT_ID") REFERENCES "HR"."DEPARTMENTS" ("DEPARTMENT_ID") ENABLE
    ) SEGMENT CREATION IMMEDIATE PCTFREE 10 TABLESPACE "USERS" ;
    CREATE TABLE departments (department_id NUMBER(4) PRIMARY KEY, department_name VARCHAR2(30) NOT NULL);
"""
RENTALS = """
    CREATE TABLE film (film_id INT PRIMARY KEY, title TEXT NOT NULL, last_update TIMESTAMP NOT NULL);
    CREATE TABLE actor (actor_id INT PRIMARY KEY, name TEXT NOT NULL, last_update TIMESTAMP NOT NULL);
    CREATE TABLE city (city_id INT PRIMARY KEY, city TEXT NOT NULL, last_update TIMESTAMP NOT NULL);
    CREATE TABLE film_actor (actor_id INT REFERENCES actor, film_id INT REFERENCES film,
      last_update TIMESTAMP NOT NULL);
    CREATE TABLE rental (rental_id INT PRIMARY KEY, film_id INT REFERENCES film, rental_date DATE NOT NULL,
      is_late INT DEFAULT 0, tax NUMERIC(6,2), last_update TIMESTAMP NOT NULL, UNIQUE (film_id, rental_date));
    CREATE PROCEDURE p AS BEGIN CREATE TEMPORARY TABLE scratch (x INT); END;
"""


def test_a_script_of_sql_server_becomes_what_a_person_would_write(tmp_path: Path) -> None:
    done = imported(SERVER, tmp_path, "shop.sql")
    spec = done.path.read_text("utf-8")
    assert lines_of(spec, "Customer") == {"name": "person", "is vip": "yes/no = yes"}
    assert lines_of(spec, "Order") == {"customer": "Customer, optional", "date": "datetime, optional = now"}
    assert lines_of(spec, "Order detail")["product"] == "Product, unique with order"
    assert lines_of(spec, "Product") == {"name": "text, at most 40 characters", "tags": "many Tag, optional"}
    assert lines_of(spec, "Tag") == {"name": "text, at most 20 characters"}
    assert [said for said in done.lost if "could not be read" in said] == []
    assert any("Customers.Password" in said for said in done.lost)


def test_a_script_of_oracle_becomes_what_a_person_would_write(tmp_path: Path) -> None:
    spec = imported(ORACLE, tmp_path, "hr.sql").path.read_text("utf-8")
    assert lines_of(spec, "Employee") == {
        "name": "person",
        "salary": "money, at least 0, optional",
        "active": "yes/no, optional = yes",
        "hire date": "date = now",
        "department": "Department, optional",
    }


def test_columns_of_machines_are_left_out_and_names_said_once(tmp_path: Path) -> None:
    done = imported(RENTALS, tmp_path, "rentals.sql")
    spec = done.path.read_text("utf-8")
    assert done.entities == ("Film", "Actor", "City", "Rental")
    assert lines_of(spec, "Film") == {"title": "text", "actors": "many Actor, optional"}
    assert lines_of(spec, "City") == {"name": "text"}
    assert lines_of(spec, "Rental") == {
        "film": "Film, optional",
        "date": "date, unique with film",
        "is late": "yes/no, optional = no",
        "tax": "money, optional",
    }
    assert "Last update, which nearly every entity has" in done.lost


@pytest.mark.parametrize("text", [SERVER, ORACLE, RENTALS], ids=["server", "oracle", "rentals"])
def test_every_table_can_be_listed_opened_added_to_and_changed(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "schema.sql").path)
